/** Below this width and height the panel starts folded, so that it takes nothing from the QR. */
const ROOMY = '(min-width: 1100px) and (min-height: 600px)';

const isRoomy = () => typeof matchMedia !== 'function' || matchMedia(ROOMY).matches;

let isFolded = $state(!isRoomy());

/** Whether the panel is folded away; remembered while the app runs. */
export const fold = {
  get isFolded(): boolean {
    return isFolded;
  },
  toggle(): void {
    isFolded = !isFolded;
  },
};
