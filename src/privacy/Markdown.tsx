import type { ComponentChildren } from "preact";

/** As much of Markdown as the policy uses: headings, paragraphs, lists, links, bold, emphasis and code. */
export function Markdown({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n{2,}|(?<=^#.*)\n/m)
        .map(block)}
    </>
  );
}

function block(text: string) {
  const [, marks, heading] = /^(#+) (.+)$/.exec(text) ?? [];
  if (marks && heading) return marks === "#" ? <h1>{heading}</h1> : <h2>{heading}</h2>;
  if (text.startsWith("- ")) {
    return (
      <ul>
        {text
          .slice(2)
          .split(/\n- /)
          .map((item) => (
            <li key={item}>{inlines(item)}</li>
          ))}
      </ul>
    );
  }
  return <p>{inlines(text)}</p>;
}

const INLINE = /(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`|\[[^\]]+\]\(https:[^)]+\))/;

function inlines(text: string): ComponentChildren {
  return text.split(INLINE).map(inline);
}

function inline(text: string): ComponentChildren {
  const [, label, url] = /^\[([^\]]+)\]\((https:[^)]+)\)$/.exec(text) ?? [];
  if (url) return <a href={url}>{label}</a>;
  if (text.startsWith("**")) return <strong>{text.slice(2, -2)}</strong>;
  if (text.startsWith("*")) return <em>{text.slice(1, -1)}</em>;
  if (text.startsWith("`")) return <code>{text.slice(1, -1)}</code>;
  return text;
}
