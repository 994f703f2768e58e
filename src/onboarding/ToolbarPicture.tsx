/** The puzzle icon, its list and the pin, as the browser shows them; the words beside it say the same. */
export function ToolbarPicture() {
  return (
    <svg class="toolbar-picture" viewBox="0 0 240 116" width="240" height="116" aria-hidden="true">
      <rect class="paper" x="0.5" y="0.5" width="239" height="32" rx="8" />
      <rect class="address" x="10" y="8" width="160" height="17" rx="8.5" />
      <g class="puzzle">
        <rect class="glow" x="178" y="5" width="24" height="24" rx="6" />
        <path d="M184 12h3.6a2.4 2.4 0 1 1 4.8 0h3.6v3.6a2.4 2.4 0 1 1 0 4.8v3.6h-12v-3.8a2.3 2.3 0 1 0 0-4.4Z" />
      </g>
      <circle class="address" cx="221" cy="17" r="8" />
      <rect class="paper" x="74.5" y="42.5" width="150" height="72" rx="8" />
      <path class="line" d="M88 58h62" />
      <rect class="glow" x="80" y="72" width="138" height="32" rx="6" />
      <path
        class="star"
        d="M98 79c.6 5.4 3.6 8.4 9 9-5.4.6-8.4 3.6-9 9-.6-5.4-3.6-8.4-9-9 5.4-.6 8.4-3.6 9-9Z"
      />
      <path class="line" d="M116 88h58" />
      <path class="pin-mark" d="M199.5 80.5h9M201.5 80.5v6l-2.8 3.5h10.6l-2.8-3.5v-6M204 90v6" />
    </svg>
  );
}
