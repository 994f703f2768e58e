/** Icons as inline SVG, drawn for a 20 px box; decorative, so hidden from screen readers. */
import type { ComponentChildren } from "preact";

function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function StarIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path
        d="M10 1.8c.9 5 3.2 7.3 8.2 8.2-5 .9-7.3 3.2-8.2 8.2-.9-5-3.2-7.3-8.2-8.2 5-.9 7.3-3.2 8.2-8.2Z"
        fill="currentColor"
        stroke="none"
      />
    </Icon>
  );
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
      <circle cx="12" cy="6" r="2" />
      <circle cx="8" cy="14" r="2" />
    </Icon>
  );
}

export function PanelIcon() {
  return (
    <Icon>
      <rect x="2.5" y="3.5" width="15" height="13" rx="2" />
      <path d="M12 3.5v13" />
    </Icon>
  );
}

export function BoltIcon() {
  return (
    <Icon>
      <path d="M11.2 2.4 4.4 11.4h4.8l-.8 6.2 6.8-9h-4.8l.8-6.2Z" />
    </Icon>
  );
}

export function CheckIcon({ size = 28 }: { size?: number }) {
  return (
    <Icon size={size}>
      <circle cx="10" cy="10" r="8" />
      <path d="m6.5 10.3 2.4 2.4 4.6-5.2" />
    </Icon>
  );
}

export function ProfileIcon() {
  return (
    <Icon size={28}>
      <circle cx="10" cy="7" r="3.2" />
      <path d="M3.8 17c.6-3.4 3-5.2 6.2-5.2s5.6 1.8 6.2 5.2" />
    </Icon>
  );
}

export function PeopleIcon() {
  return (
    <Icon size={28}>
      <circle cx="7.2" cy="7.4" r="2.6" />
      <path d="M2 16c.5-2.8 2.5-4.3 5.2-4.3s4.7 1.5 5.2 4.3M12.8 5.2a2.4 2.4 0 0 1 0 4.5M14.6 12.2c1.9.5 3 1.8 3.4 3.8" />
    </Icon>
  );
}

export function LockIcon({ size = 28 }: { size?: number }) {
  return (
    <Icon size={size}>
      <rect x="4" y="9" width="12" height="8" rx="2" />
      <path d="M6.8 9V6.5a3.2 3.2 0 0 1 6.4 0V9" />
    </Icon>
  );
}

export function WaitIcon({ size = 28 }: { size?: number }) {
  return (
    <Icon size={size}>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5.6V10l3 2" />
    </Icon>
  );
}

export function HistoryIcon() {
  return (
    <Icon>
      <path d="M3.2 10a6.8 6.8 0 1 0 2.1-4.9M3.2 3.2v3.2h3.2M10 6.4V10l2.6 1.7" />
    </Icon>
  );
}

export function AlertIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M10 2.6 1.9 16.8h16.2L10 2.6ZM10 8v4M10 14.3v.2" />
    </Icon>
  );
}

export function QuestionIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <circle cx="10" cy="10" r="8" />
      <path d="M7.7 7.8a2.3 2.3 0 1 1 3.3 2.1c-.7.3-1 .8-1 1.5M10 14v.2" />
    </Icon>
  );
}

export function SendIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 13.8V6.4M6.8 9.4 10 6.2l3.2 3.2" />
    </Icon>
  );
}

export function CloseIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />
    </Icon>
  );
}

export function TickIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="m4.5 10.6 3.6 3.6 7.4-8.4" />
    </Icon>
  );
}

export function RemoveIcon() {
  return (
    <Icon size={16}>
      <path d="m5.500 5.500 9 9m0-9-9 9" />
    </Icon>
  );
}

export function PinIcon({ isOn }: { isOn: boolean }) {
  return (
    <Icon size={16}>
      <path
        d="M7 3h6l-.8 5.200 2.800 3.300H5l2.800-3.300ZM10 11.500V17"
        fill={isOn ? "currentColor" : "none"}
      />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon size={14}>
      <path d="m7 4 6 6-6 6" />
    </Icon>
  );
}
