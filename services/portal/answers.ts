import * as z from "zod";

/** Answers of the national portal's reporting API, as far as they are read. Shapes seen in recorded answers of 2026. */
const figure = z.number().nullable().optional();

const Group = z.object({ code: z.string(), score: figure });

const Evaluated = z.object({
  departmentId: z.string().optional(),
  departmentName: z.string(),
  departmentCode: z.string().nullable(),
  totalScore: figure,
  childGroup: z.enum(["AGENCY", "COMMUNE"]).optional(),
  groupScores: z.record(z.string(), z.number().nullable()).optional(),
});

/** `service-results`: total scores of the country's provinces, or of one province's units. */
export const ServiceResults = z.object({
  code: z.literal("OK"),
  data: z.object({
    overview: z.object({
      departmentName: z.string(),
      departmentCode: z.string().nullable(),
      totalScore: figure,
    }),
    radar: z.array(Group),
    evaluation: z.array(Evaluated),
  }),
});

const Progress = z.object({
  departmentName: z.string(),
  departmentCode: z.string(),
  level: z.string().optional(),
  totalReceived: figure,
  totalOnTime: figure,
  totalOverdue: figure,
  totalCompleted: figure,
  avgProcessingDays: figure,
  ratio: figure,
  score: figure,
  totalScore: figure,
});

/** `dvc-progress-tree`: dossiers received and on time, a unit each. */
export const ProgressTree = z.object({
  code: z.literal("OK"),
  data: z.object({ parent: Progress, children: z.array(Progress) }),
});

const Scored = z
  .object({
    departmentId: z.string(),
    departmentName: z.string(),
    departmentCode: z.string().nullable().optional(),
    totalReceived: figure,
    score: figure,
    totalScore: figure,
  })
  .refine(({ score, totalScore }) => score !== undefined || totalScore !== undefined, {
    path: ["totalScore"],
  });

/** A group's tree: `parent` is the province, `children` are its units. */
export const GroupTree = z.object({
  code: z.literal("OK"),
  data: z.object({ parent: Scored, children: z.array(Scored) }),
});

/** A group's list, in pages: `overview` is the province, `evaluation` are its units; two of the three give no codes. */
export const GroupList = z.object({
  code: z.literal("OK"),
  data: z.object({
    overview: Scored,
    evaluation: z.array(Scored),
    pagination: z.object({ total: z.number(), currentPage: z.number(), totalPages: z.number() }),
  }),
});

export type ServiceResults = z.infer<typeof ServiceResults>;
export type ProgressTree = z.infer<typeof ProgressTree>;
export type PortalProgress = z.infer<typeof Progress>;
