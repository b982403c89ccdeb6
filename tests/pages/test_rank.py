"""Which of how many levels: the lowest and the highest are called so, for plans with two, three or four levels."""

from tests.plan_frame import read_wording

from lantian.pages.status_strip import rank_text

WORDING = read_wording()


def test_the_ends_of_the_scale_are_named() -> None:
    """Red of three is the highest and yellow the lowest; what lies between is counted."""
    spoken = [rank_text(WORDING, rank, 3) for rank in (1, 2, 3)]
    assert [one.zh for one in spoken] == ["三级中的第一级（最低）", "三级中的第二级", "三级中的第三级（最高）"]
    assert [one.en for one in spoken] == [
        "the lowest of three levels", "the second of three levels", "the highest of three levels",
    ]  # fmt: skip


def test_the_third_of_four_is_not_the_highest() -> None:
    """What is the highest depends on the plan; a single level is not called the highest."""
    assert rank_text(WORDING, 3, 4).en == "the third of four levels"
    assert rank_text(WORDING, 4, 4).en == "the highest of four levels"
    assert rank_text(WORDING, 1, 1).en == "the lowest of one level"
