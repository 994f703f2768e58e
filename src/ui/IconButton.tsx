import type { ComponentChildren, ComponentProps } from "preact";

type Props = Omit<ComponentProps<"button">, "class" | "type" | "title" | "label"> & {
  label: string;
  /** The symbol. */
  children: ComponentChildren;
};

/** A button with a symbol alone. Its words are its name, and the pointer's tooltip, which no screen reader says again. */
export function IconButton({ label, children, ...rest }: Props) {
  return (
    <button {...rest} type="button" class="icon-button" aria-label={label}>
      <span class="icon-tip" title={label} aria-hidden="true">
        {children}
      </span>
    </button>
  );
}
