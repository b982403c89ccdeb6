"""`lantian assess`: a forecast held against the plan's criteria, for the duty officer; it publishes nothing."""

import click

from lantian.cli.forecast import FORECAST
from lantian.cli.session import Session, print_json
from lantian.model.assessment import Assessment, Pollutant
from lantian.model.assessment import assess as assess_forecast
from lantian.model.plan import Plan


@click.command()
@click.argument("place")
@click.option("--aqi", type=FORECAST, required=True, metavar="160,170,155", help="Means of consecutive 24 hours.")
@click.option("--pollutant", type=click.Choice(("pm25", "ozone")), default="pm25", help="The primary pollutant.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def assess(session: Session, place: str, aqi: tuple[int, ...], pollutant: Pollutant, *, as_json: bool) -> None:
    """Tell which level the plan's own criteria give for a forecast: a cross-check, never a warning."""
    content = session.read()
    plan = session.place(content, place).plan
    assessment = assess_forecast(plan, aqi, pollutant, content.wording)
    if as_json:
        print_json(_record(place, plan, assessment))
    else:
        for step in assessment.trace:
            click.echo(session.speak(step.text))


def _record(place: str, plan: Plan, assessment: Assessment) -> dict[str, object]:
    return {"place": place, "plan": plan.id, **assessment.model_dump(mode="json")}
