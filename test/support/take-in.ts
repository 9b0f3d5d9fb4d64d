import { createImporter } from "#services/documents/importer.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import type { TestBot } from "#test/support/start-bot.ts";

/** Takes a document in as a person who confirms it would, through the bot's own services. */
export async function takeIn({ app, store }: TestBot, text: string | Uint8Array): Promise<void> {
  const importer = createImporter({
    ...app.services,
    targets: createTargets({ store }),
    added: createAddedUnits({ store }),
  });
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  await importer.confirm(await importer.plan({ name: "letter.txt", bytes }));
}

/** A directive of huyện Tiên Lữ with the orders given. */
export function directive(orders: string, number = 101): string {
  return `ỦY BAN NHÂN DÂN
HUYỆN TIÊN LỮ
Số: ${number}/UBND-VP
Tiên Lữ, ngày 25 tháng 10 năm 2024
V/v khắc phục các hạn chế trong giải quyết thủ tục hành chính

Kính gửi: Chủ tịch UBND các xã, thị trấn.

Căn cứ kết quả tháng 9/2024, Chủ tịch UBND huyện yêu cầu:

${orders}

Nơi nhận:
- Như trên;
- Lưu: VT.
`;
}
