import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import catalogue from "#services/indicators/data/catalogue-766.json" with { type: "json" };
import { classify, createIndicators } from "#services/indicators/indicators.ts";

const indicators = createIndicators();

describe("the catalogue of the index", () => {
  it("has six groups whose maxima make the total", () => {
    const groups = indicators.all().filter(({ id, group }) => id === group);
    expect(groups.map(({ id, max }) => [id, max])).toEqual([
      ["CKMB", 18],
      ["TDGQ", 20],
      ["CLGQ", 12],
      ["TTTT", 10],
      ["MDHL", 18],
      ["MDSH", 22],
    ]);
    expect(groups.reduce((sum, { max }) => sum + (max ?? 0), 0)).toBe(indicators.get("TOTAL")?.max);
  });

  it("has the portal's older group of online services, which is two of them", () => {
    const max = (id: string): number => indicators.get(id)?.max ?? 0;
    expect(max("online-services")).toBe(max("CLGQ") + max("TTTT"));
    expect(indicators.byPortalCode("ONLINE_SERVICE")?.id).toBe("online-services");
  });

  test.each([
    ["on-time-rate", "rate", "up", "TDGQ"],
    ["online-payment-rate", "rate", "up", "TTTT"],
    ["online-dossier-rate", "rate", "up", "CLGQ"],
    ["digitisation-rate", "rate", "up", "MDSH"],
    ["input-digitisation-rate", "rate", "up", "MDSH"],
    ["result-digitisation-rate", "rate", "up", "MDSH"],
    ["e-result-rate", "rate", "up", "MDSH"],
    ["reuse-rate", "rate", "up", "MDSH"],
    ["satisfaction-rate", "rate", "up", "MDHL"],
    ["sync-rate", "rate", "up", "CKMB"],
    ["system-entry-rate", "rate", "up", "TDGQ"],
    ["late-acceptance-rate", "rate", "down", "TDGQ"],
    ["e-certified-copies", "count", "up", "MDSH"],
    ["e-certified-copy-units", "count", "up", "MDSH"],
    ["overdue-dossiers", "count", "down", "TDGQ"],
    ["suspended-dossiers", "count", "down", "TDGQ"],
    ["returned-dossiers", "count", "down", "TDGQ"],
    ["undigitised-inputs", "count", "down", "MDSH"],
    ["undigitised-results", "count", "down", "MDSH"],
    ["dossiers-received", "count", "neutral", "TDGQ"],
    ["dossiers-received-national-reporting", "count", "neutral", null],
    ["dossiers-received-provincial-system", "count", "neutral", null],
    ["dossiers-on-time", "count", "up", "TDGQ"],
    ["dossiers-completed", "count", "neutral", "TDGQ"],
    ["not-on-time-at-extraction", "count", "down", "TDGQ"],
  ])("holds %s: a %s, better %s, of %s", (id, measure, direction, group) => {
    expect(indicators.get(id)).toMatchObject({ measure, direction, group });
  });

  it("never calls overdue what was only not on time when extracted", () => {
    const notOnTime = indicators.byPortalCode("totalOverdue");
    expect(notOnTime?.id).toBe("not-on-time-at-extraction");
    const written = [notOnTime?.name.vi, notOnTime?.short.vi, ...(notOnTime?.aliases ?? [])].join(" ");
    expect(written).toContain("chưa đúng hạn tại thời điểm trích xuất");
    expect(written).not.toMatch(/quá hạn|trễ hạn/);
  });

  test.each([
    ["TONG_SCORE", "TOTAL"],
    ["totalScore", "TOTAL"],
    ["CLGQ", "CLGQ"],
    ["PUBLISH_ON_TIME", "publication-on-time-rate"],
    ["PUBLIC_UPDATE_ON_TIME", "public-update-rate"],
    ["PUBLIC_CONTENT_FULL", "public-content-rate"],
    ["DOSSIER_SYNC", "sync-rate"],
    ["ORIGINAL_RESULT_AVAILABLE", "e-result-rate"],
    ["SO_HOA_GIAY_TO_GIAI_QUYET", "digitisation-rate"],
    ["ELECTRONIC_CERTIFIED_COPY", "e-certified-copy-rate"],
    ["REUSED_DIGITIZED_DATA", "reuse-rate"],
    ["SYNCED_WITH_DVCQG_PERSONAL_STORAGE", "personal-store-rate"],
    ["CITIZEN_DATA_CONNECTED_DOSSIER", "citizen-data-dossier-rate"],
    ["CITIZEN_DATA_CONNECTED_FORMALITY", "citizen-data-procedure-rate"],
    ["PETITION_CLASSIFICATION_TTHC", "petition-rules-share"],
    ["PETITION_CLASSIFICATION_STAFF", "petition-staff-share"],
    ["PETITION_PROCESSING_ON_TIME", "petition-on-time-rate"],
    ["PETITION_HANDLING_SATISFACTION", "petition-satisfaction-rate"],
    ["DOSSIER_RECEIVING_SATISFACTION", "satisfaction-rate"],
    ["totalReceived", "dossiers-received"],
    ["totalOnTime", "dossiers-on-time"],
    ["totalCompleted", "dossiers-completed"],
  ])("knows the portal's %s as %s", (code, id) => {
    expect(indicators.byPortalCode(code)?.id).toBe(id);
  });

  it("has short names that fit a column", () => {
    for (const { short } of indicators.all()) {
      expect(short.vi.length, short.vi).toBeLessThanOrEqual(22);
      expect(short.en.length, short.en).toBeLessThanOrEqual(26);
    }
  });

  it("has no two indicators of one measure with the same name", () => {
    const names = indicators
      .all()
      .flatMap(({ measure, name }) => [`${measure} ${name.vi}`, `${measure} ${name.en}`]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a catalogue that does not fit", () => {
  const first = catalogue.indicators[0];
  test.each([
    ["an id twice", { ...catalogue, indicators: [first, first] }],
    ["points without a maximum", { ...catalogue, indicators: [{ ...first, max: null }] }],
    ["a count without a noun", { ...catalogue, indicators: [{ ...first, measure: "count", max: null }] }],
    ["bands out of order", { ...catalogue, bands: [...catalogue.bands].reverse() }],
    ["nothing", null],
  ])("is refused: %s", (_, data) => {
    expect(() => createIndicators({ catalogue: data })).toThrow();
  });
});

describe("classification", () => {
  test.each([
    [100, "excellent"],
    [90, "excellent"],
    [89.999, "good"],
    [80, "good"],
    [79.99, "fair"],
    [70, "fair"],
    [69.99, "average"],
    [50, "average"],
    [49.99, "weak"],
    [0, "weak"],
  ])("of %d is %s", (total, band) => {
    expect(classify(total)).toBe(band);
  });

  it("never falls when the score rises", () => {
    const order = ["weak", "average", "fair", "good", "excellent"];
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(order.indexOf(classify(low))).toBeLessThanOrEqual(order.indexOf(classify(high)));
      }),
    );
  });
});
