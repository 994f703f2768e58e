const STYLE = `
  body { font: 14px system-ui, sans-serif; margin: 24px; background: #e8eaef; color: #14171f; }
  section div { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start; padding-bottom: 12px; }
  figure { margin: 0; flex: none; }
  img { display: block; max-width: 400px; max-height: 640px; border: 1px solid #b8bdc9; }
`;

/** Every state in a row, in all languages and themes side by side. */
export function galleryPage(states: string[], languages: string[], themes: string[]): string {
  const columns = languages.flatMap((language) => themes.map((theme) => ({ language, theme })));
  const rows = states.map((state) => {
    const figures = columns.map(
      ({ language, theme }) =>
        `<figure><figcaption>${language} ${theme}</figcaption>` +
        `<img loading="lazy" alt="${state}, ${language}, ${theme}" src="${language}/${theme}/${state}.png"></figure>`,
    );
    return `<section><h2>${state}</h2><div>${figures.join("\n")}</div></section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style>
<h1>Stardex Capture: every state</h1>${rows.join("\n")}</html>`;
}
