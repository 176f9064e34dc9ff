import { css } from 'lit'

/** Styles of `<artel-checkout>`. */
export const checkoutStyles = css`
  :host {
    container-type: inline-size;
    min-width: 240px;
    max-width: 520px;
  }
  .view {
    gap: 16px;
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .field {
    width: 7.5em;
    min-height: 44px;
    padding: 0 14px;
    text-align: end;
    font-size: 1.125em;
    font-weight: 600;
    background: var(--_surface);
    border: 1px solid light-dark(#868d99, #7b8290);
    border-radius: calc(var(--_radius) * 0.67);
  }
  .slider {
    --_size: 28px;
    --_groove: linear-gradient(
      to right,
      var(--_ink) calc(var(--_size) / 2 + (100% - var(--_size)) * var(--_part, 0)),
      var(--_line) 0
    );
    appearance: none;
    display: block;
    width: 100%;
    height: 44px;
    margin: 4px 0 0;
    background: none;
    cursor: pointer;
    touch-action: pan-y;
    -webkit-tap-highlight-color: transparent;
  }
  .slider::-webkit-slider-runnable-track {
    height: 8px;
    border-radius: 4px;
    background: var(--_groove);
  }
  .slider::-moz-range-track {
    height: 8px;
    border-radius: 4px;
    background: var(--_groove);
  }
  .slider::-webkit-slider-thumb {
    appearance: none;
    width: var(--_size);
    height: var(--_size);
    margin-top: -10px;
    border-radius: 50%;
    border: 7px solid var(--_ink);
    background: #fff;
    box-shadow: 0 1px 4px rgb(0 0 0 / 22%);
  }
  .slider::-moz-range-thumb {
    box-sizing: border-box;
    width: var(--_size);
    height: var(--_size);
    border-radius: 50%;
    border: 7px solid var(--_ink);
    background: #fff;
    box-shadow: 0 1px 4px rgb(0 0 0 / 22%);
  }
  .slider:focus-visible {
    outline: none;
  }
  .slider:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_focus);
    outline-offset: 3px;
  }
  .slider:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_focus);
    outline-offset: 3px;
  }
  .ends {
    margin: -6px -10px -8px;
  }
  .link {
    min-height: 44px;
    min-width: 44px;
    padding: 0 10px;
    border: 0;
    border-radius: 10px;
    background: none;
    color: var(--_ink);
    font-size: 0.875em;
    font-weight: 600;
    cursor: pointer;
  }
  .summary {
    display: grid;
    gap: 6px;
    padding: 14px 16px;
    border-radius: 12px;
    background: var(--_soft);
  }
  .summary > div {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 12px;
  }
  .summary dt {
    color: var(--_muted);
  }
  .summary .total {
    margin-top: 4px;
    padding-top: 10px;
    border-top: 1px solid var(--_line);
  }
  .summary .total dt {
    color: inherit;
    font-weight: 600;
  }
  .summary .total dd {
    font-size: 1.5em;
    font-weight: 700;
    letter-spacing: -0.01em;
    line-height: 1.2;
  }
  .summary .earn dd {
    color: var(--_positive);
    font-weight: 600;
    transition: opacity 0.15s;
  }
  .summary .pending {
    opacity: 0.55;
  }
  .skeleton .summary [data-value] {
    background: var(--_line);
  }
  .act {
    display: grid;
    gap: 8px;
    text-align: center;
  }
  .act .button {
    min-height: 50px;
    padding: 0 12px;
  }
  .act p {
    min-height: 2.8em;
    text-wrap: balance;
  }
  @container (min-width: 400px) {
    .act p {
      min-height: 1.4em;
    }
  }
  .problem {
    color: var(--_danger);
  }
  .held {
    align-self: center;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 6px;
    text-align: center;
    text-wrap: balance;
  }
  .held .badge-icon {
    background: var(--_fill);
    color: var(--_on-fill);
    margin-bottom: 6px;
  }
  .pay {
    display: grid;
    margin-block: 6px;
  }
  .pay .number {
    font-size: 2em;
    font-weight: 700;
    letter-spacing: -0.02em;
    line-height: 1.15;
  }
  .after {
    display: grid;
    gap: 8px;
    margin-top: 12px;
    padding: 12px 14px;
    border-radius: 12px;
    background: var(--_soft);
  }
  @media (forced-colors: active) {
    .slider::-webkit-slider-runnable-track {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .slider::-moz-range-track {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .slider::-webkit-slider-thumb {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Canvas;
    }
    .summary,
    .after {
      border: 1px solid CanvasText;
    }
  }
`
