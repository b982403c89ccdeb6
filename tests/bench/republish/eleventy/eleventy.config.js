// Settings of the rival that `make bench-republish` builds with Eleventy: JavaScript templates only.
export default function (config) {
  config.setQuietMode(true);
  config.setTemplateFormats(["11ty.js"]);
  return { dir: { input: "src", output: "../site" } };
}
