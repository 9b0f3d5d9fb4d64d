/** What has been set to paint with. */
export interface Paint {
  /** Colours: of what is filled, and of what is stroked. */
  readonly fill: string;
  readonly stroke: string;
  /** Of letters, nothing but their outlines is drawn. */
  readonly isOutlined: boolean;
  /** 1 = nothing shows through. */
  readonly opacity: number;
}

const BLACK = "#000000";

export const INITIAL_PAINT: Paint = { fill: BLACK, stroke: BLACK, isOutlined: false, opacity: 1 };

export const inkOfLetters = (paint: Paint): string => (paint.isOutlined ? strokeInk(paint) : fillInk(paint));

export const fillInk = ({ fill, opacity }: Paint): string => `${fill} ${opacity}`;

export const strokeInk = ({ stroke, opacity }: Paint): string => `${stroke} ${opacity}`;
