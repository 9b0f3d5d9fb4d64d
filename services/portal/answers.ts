import * as z from "zod";

/** Answers of the national portal's reporting API, as far as they are read. Shapes seen in recorded answers of 2026. */
const figure = z.number().nullable().optional();

const Group = z.object({ code: z.string(), score: figure });

const Evaluated = z.object({
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

export type ServiceResults = z.infer<typeof ServiceResults>;
export type ProgressTree = z.infer<typeof ProgressTree>;
export type PortalProgress = z.infer<typeof Progress>;
