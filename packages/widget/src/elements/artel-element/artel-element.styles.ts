import { css } from 'lit'

/**
 * Tokens and parts of all elements. Colours follow the `color-scheme` that the element inherits from the page: light on
 * a page that sets none, the system's on a page that follows the system.
 */
export const elementStyles = css`
  :host {
    --_surface: var(--artel-surface, light-dark(#fff, #17191e));
    --_soft: var(--artel-surface-soft, light-dark(#f4f5f7, #21242b));
    --_text: var(--artel-text, light-dark(#15171c, #f2f3f5));
    --_muted: var(--artel-muted, light-dark(#5b6270, #a6adba));
    --_line: var(--artel-border, light-dark(#e3e6ea, #2e323b));
    --_fill: var(--artel-accent, var(--_brand, light-dark(#0b6b5d, #63cdb8)));
    /* Black or white, whichever has the higher contrast: on a luminance of 0.179 both have 4.58 : 1. */
    --_on: clamp(0, (0.179 - 0.2126 * r - 0.7152 * g - 0.0722 * b) * 10000, 1);
    --_on-fill: var(--artel-accent-text, color(from var(--_fill) srgb-linear var(--_on) var(--_on) var(--_on)));
    --_ink: light-dark(oklch(from var(--_fill) min(l, 0.48) c h), oklch(from var(--_fill) max(l, 0.76) c h));
    --_tint: color-mix(in oklch, var(--_ink) 10%, var(--_surface));
    --_positive: var(--artel-positive, light-dark(#136c3a, #6fd69a));
    --_warning: var(--artel-warning, light-dark(#7a4d00, #f2c46a));
    --_danger: var(--artel-danger, light-dark(#a8231b, #ff9b92));
    --_radius: var(--artel-radius, 18px);
    --_focus: var(--artel-focus, var(--_ink));
    display: block;
    box-sizing: border-box;
    font-family: var(--artel-font, inherit);
    font-size: clamp(15px, 1em, 18px);
    line-height: 1.4;
    font-weight: 400;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    color: var(--_text);
    -webkit-text-size-adjust: 100%;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  svg {
    display: block;
    width: 1.25em;
    height: 1.25em;
    flex: none;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  .card {
    position: relative;
    display: grid;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: var(--artel-shadow, 0 1px 2px rgb(16 24 40 / 4%), 0 8px 24px -12px rgb(16 24 40 / 12%));
    padding: var(--artel-padding, 20px);
    overflow: hidden;
  }
  /* All states share one grid cell, as high as the full view, so a change of state moves nothing below the element. */
  .card > * {
    grid-area: 1 / 1;
    min-width: 0;
  }
  .view {
    display: flex;
    flex-direction: column;
  }
  .ghost {
    visibility: hidden;
  }
  /* Behind a message the skeleton of the view shows faintly and fades out in the middle. */
  .veil {
    opacity: 0.7;
    mask-image: linear-gradient(#000, transparent 32% 68%, #000);
  }
  .veil * {
    color: transparent !important;
    animation: none !important;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .clip {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .fine {
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .strong {
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .positive {
    color: var(--_positive);
  }
  .tag {
    font-size: 0.75em;
    font-weight: 600;
    color: var(--_muted);
    background: var(--_soft);
    border-radius: 99px;
    padding: 3px 10px;
    white-space: nowrap;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 0 20px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.67);
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    transition: filter 0.15s;
  }
  .button:hover {
    filter: brightness(1.06);
  }
  .button.quiet {
    background: var(--_soft);
    color: var(--_text);
  }
  .button[disabled] {
    background: var(--_soft);
    color: var(--_muted);
    cursor: default;
    filter: none;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .message {
    align-self: center;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    text-align: center;
    text-wrap: balance;
    padding: 8px;
  }
  .message .title {
    font-size: 1.0625em;
    font-weight: 600;
  }
  .message .muted {
    max-width: 34ch;
  }
  .message .button,
  ::slotted([slot='signed-out']) {
    margin-top: 14px;
  }
  .message .fine {
    margin-top: 10px;
    overflow-wrap: anywhere;
  }
  .badge-icon {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_ink);
    margin-bottom: 10px;
  }
  .badge-icon svg {
    width: 24px;
    height: 24px;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .skeleton [data-value] {
    color: transparent;
    background: var(--_soft);
    border-radius: 6px;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton [data-value] * {
    visibility: hidden;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
    .button {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
      forced-color-adjust: none;
    }
    .button[disabled] {
      border-color: GrayText;
      color: GrayText;
    }
    .badge-icon,
    .tag {
      border: 1px solid CanvasText;
    }
    .skeleton [data-value] {
      border: 1px solid GrayText;
    }
  }
`
