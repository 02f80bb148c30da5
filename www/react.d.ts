/** `<dui-biao>` in JSX of React 19: `/// <reference types="duibiao/react" />` once in a project. */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { DuiBiao, DuiBiaoAttributes, DuiBiaoEventMap } from "./index.js";

type Listeners = { [Name in keyof DuiBiaoEventMap as `on${Name}`]?: (event: DuiBiaoEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "dui-biao": Omit<DetailedHTMLProps<HTMLAttributes<DuiBiao>, DuiBiao>, keyof DuiBiaoAttributes> & DuiBiaoAttributes & Listeners;
    }
  }
}
