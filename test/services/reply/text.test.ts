import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bold,
  code,
  concat,
  italic,
  join,
  lines,
  type StyledText,
  styled,
  text,
} from "#services/reply/text.ts";

/** The parts of a text that stand under each span. */
const marked = ({ text, spans }: StyledText) =>
  spans.map(({ start, length, style }) => [style, text.slice(start, start + length)]);

describe("a styled text", () => {
  it("is written like a sentence", () => {
    const reply = text`${bold("Tiên Lữ")} · tháng ${8} · mã ${code("7KQ2")}`;
    expect(reply.text).toBe("Tiên Lữ · tháng 8 · mã 7KQ2");
    expect(marked(reply)).toEqual([
      ["bold", "Tiên Lữ"],
      ["code", "7KQ2"],
    ]);
  });

  it("counts as the platforms do, in UTF-16 units", () => {
    expect(text`😀 ${bold("x")}`.spans).toEqual([{ start: 3, length: 1, style: "bold" }]);
  });

  it("keeps styles within styles", () => {
    expect(marked(text`a ${bold(text`b ${italic("c")}`)} d`)).toEqual([
      ["bold", "b c"],
      ["italic", "c"],
    ]);
  });

  it("styles nothing when there is nothing to style", () => {
    expect(bold("")).toEqual({ text: "", spans: [] });
    expect(text``).toEqual({ text: "", spans: [] });
  });

  it("takes percent signs, braces and backslashes as they are", () => {
    expect(text`${"{x}"} 100% ${"\\n"}`.text).toBe("{x} 100% \\n");
  });

  it("leaves out lines that are not there and keeps empty ones", () => {
    expect(lines("a", null, undefined, false, "", bold("b")).text).toBe("a\n\nb");
    expect(marked(lines("a", null, "", bold("b")))).toEqual([["bold", "b"]]);
    expect(lines(null).text).toBe("");
  });

  it("is joined with separators between parts only", () => {
    expect(join([], ", ").text).toBe("");
    expect(join([1, bold("b"), "c"], ", ")).toEqual({
      text: "1, b, c",
      spans: [{ start: 3, length: 1, style: "bold" }],
    });
  });
});

describe("whatever texts are put together", () => {
  const style = fc.constantFrom("bold" as const, "italic" as const, "code" as const);
  const { part } = fc.letrec<{ part: StyledText }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: "grapheme" }).map((words) => concat(words)),
      fc.tuple(style, tie("part")).map(([one, inner]) => styled(one, inner)),
      fc.array(tie("part"), { maxLength: 4 }).map((parts) => concat(...parts)),
    ),
  }));

  it("every span lies inside the text and is not empty", () => {
    fc.assert(
      fc.property(part, ({ text, spans }) => {
        for (const { start, length } of spans) {
          expect(length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + length).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it("what was marked stays marked, in order", () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const whole = concat(...parts);
        expect(whole.text).toBe(parts.map((one) => one.text).join(""));
        expect(marked(whole)).toEqual(parts.flatMap(marked));
        expect(marked(join(parts, " · "))).toEqual(marked(whole));
      }),
    );
  });
});
