import { quote } from "#locales/shared/quote.ts";
import { noun } from "#locales/vi/alert-matter.ts";
import { rights } from "#locales/vi/chats.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { explanations } from "#locales/vi/explanations.ts";
import { importing } from "#locales/vi/import.ts";
import { periods } from "#locales/vi/period.ts";
import { LIST_TITLES } from "#locales/vi/rank.ts";
import type { RefusalWords } from "#locales/words/refusals.ts";
import type { Beyond } from "#services/refusal.ts";
import { code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

const RESET_SIDES = {
  up: (limit: string) => `từ ${limit} trở lên`,
  down: (limit: string) => `không quá ${limit}`,
  below: (limit: string) => `nhỏ hơn ${limit}`,
} as const;

/** Of what is sent to a chat, where it stands until its sender deletes it. */
const SENT: Partial<typeof importing.refused> = {
  classified: () =>
    "Văn bản có dấu mật: bot không đọc và không giữ lại gì. Anh/chị xoá cả tin vừa gửi trong cuộc trò chuyện này.",
};

/** Of text pasted in a chat, where there is no file. */
const PASTED: Partial<typeof importing.refused> = {
  ...SENT,
  "not-text": () => "Nội dung này không phải văn bản. Anh/chị dán phần chữ của văn bản.",
  "too-many-rows": ({ rows }) => `Nội dung dài hơn ${rows} dòng. Anh/chị chia thành nhiều văn bản.`,
  "too-slow": () => "Đọc nội dung này lâu quá nên bot đã dừng. Anh/chị chia thành nhiều phần nhỏ hơn.",
};

const BEYOND: Readonly<Record<Beyond, string>> = {
  mend: "Số liệu không sửa từng ô bằng tin nhắn: anh/chị nhập lại văn bản đã đính chính bằng /nhap, bản mới thay bản cũ và ghi rõ chỗ đổi.",
  file: "Bảng này chưa có bản Word, PDF, chỉ có tệp Excel. Bản Word, PDF có ở /congvan, /giaoban, /baocao.",
  forecast:
    "Bot chỉ trả lời trên số liệu đã có, không dự báo. Thử một giả định: /gialap; nên làm gì trước: /visao <đơn vị>.",
  average: "Bot chưa tính mức bình quân.",
  formula: "Bot chưa giải thích được khái niệm, quy định. Cách tính điểm từng chỉ số: /congthuc.",
  send: "Bot không nhận lệnh gửi tin bằng câu nói thường. Đăng ký nhận tin: /dangky <đơn vị>; đặt lịch gửi: /lich.",
};

/** What a supposition lacks. */
const UNCLEAR = {
  value: "Chưa rõ giả định bằng bao nhiêu.",
  indicator: "Chưa rõ giả định chỉ số nào.",
  measure: "Con số và chỉ số không cùng đơn vị tính; chỉ giả định được điểm và tỷ lệ.",
  one: "Mỗi lần chỉ giả định được một chỉ số.",
} as const;

const NOT_TAKEN_BACK = {
  unasked: "Chỉ thu hồi được câu trả lời mà có người trong nhóm đã hỏi; tin phát sóng, cảnh báo thì không.",
  other: "Chỉ người đã hỏi hoặc quản trị viên nhóm thu hồi được câu trả lời này.",
  old: "Không xoá được tin này nữa: tin gửi đã quá 48 giờ, hoặc đã có người xoá.",
} as const;

/** What of a line of corrections was not understood. */
const CORRECTION_PROBLEMS = {
  line: "bot chưa hiểu. Anh/chị gõ như: sửa Cương Chính tiến độ 82,71; bỏ dòng Thủ Sỹ; kỳ 8/2024.",
  unit: "không rõ đơn vị nào trong văn bản. Anh/chị gõ tên đơn vị trước, như: sửa Cương Chính tiến độ 82,71.",
  indicator: "không rõ chỉ số nào. Anh/chị gõ như: sửa Cương Chính tiến độ 82,71.",
  value: "không rõ con số. Anh/chị gõ số ở cuối dòng, như: sửa Cương Chính tiến độ 82,71.",
  period: "không rõ kỳ nào. Anh/chị gõ như: kỳ 8/2024, kỳ quý 3/2025.",
  scope: "không rõ địa bàn nào. Anh/chị gõ như: địa bàn huyện Tiên Lữ.",
  name: "không rõ là đơn vị nào.",
  "cell-period":
    "văn bản không có số liệu của kỳ đó, hoặc không rõ kỳ nào. Anh/chị gõ như: sửa Cương Chính tháng 8/2024 tiến độ 82,71.",
  more: "còn chữ hoặc số bot chưa hiểu. Mỗi dòng sửa một số, như: sửa Cương Chính tiến độ 82,71.",
  nothing: "không có gì để làm.",
  early: "văn bản chưa lấy được số nào. Anh/chị trả lời câu hỏi về kỳ, địa bàn trước.",
} as const;

/** What was sent is not read; by what else would be. */
const wordsOnly = {
  file: "Bot chưa đọc được tin thoại, video hay nhãn dán. Nhập văn bản: anh/chị gửi tệp Word, Excel, pdf, ảnh chụp…, hoặc gõ /nhap rồi dán nội dung.",
  picture:
    "Ở đây bot nhận được chữ và ảnh, chưa nhận được tệp hay tin thoại. Nhập văn bản: anh/chị gửi tệp qua trang web của bot, gửi ảnh chụp văn bản một trang, hoặc gõ /nhap rồi dán nội dung.",
  nothing:
    "Ở đây bot chỉ đọc được tin bằng chữ, chưa nhận được tệp, ảnh hay tin thoại. Anh/chị gõ câu hỏi, ví dụ /xephang thang 8. Nhập văn bản: gõ /nhap rồi dán nội dung.",
};

export const refusals: RefusalWords = {
  "unknown-command": ({ typed, near }) =>
    `Chưa có lệnh ${quote(typed)}. Gõ /trogiup để xem các lệnh${near ? ", hoặc chọn lệnh gần nhất:" : "."}`,
  "not-understood": ({ typed }) =>
    typed
      ? `Bot chưa hiểu ${quote(typed)}. Anh/chị thử: /xephang thang 8, /xa <tên đơn vị>, hoặc gõ /trogiup.`
      : "Anh/chị cần xem gì? Thử: /xephang thang 8, /xa <tên đơn vị>, hoặc gõ /trogiup.",
  "one-at-a-time": ({ command }) => `/${command} xem mỗi lần một đơn vị. Anh/chị chọn:`,
  untaken: ({ command, parts }) => `/${command} không dùng ${parts.map(quote).join(", ")}. Nếu bỏ phần đó:`,
  beyond: ({ matter, near }) => `${BEYOND[matter]}${near ? " Hiện xem được:" : ""}`,
  "words-left": ({ words, near }) =>
    `Bot chưa hiểu ${words.map(quote).join(", ")} trong câu này nên chưa trả lời, tránh nhầm. ${
      near ? "Nếu bỏ phần đó, ý anh/chị là:" : "Anh/chị nói lại ngắn hơn, hoặc gõ /trogiup."
    }`,
  "nothing-before": () =>
    "Bot không còn nhớ câu hỏi trước (chỉ nhớ trong 10 phút). Anh/chị hỏi lại đủ ý, ví dụ /xephang thang 8.",
  "no-more-pages": () => "Bảng vừa xem không còn trang nào nữa. Anh/chị gõ lại lệnh để xem từ đầu.",
  "words-only": ({ or }) => wordsOnly[or ?? "nothing"],
  "edit-not-taken": () =>
    "Bot đã nhận nội dung trước khi sửa và chưa lấy phần sửa. Anh/chị gõ “thôi”, rồi gửi lại nội dung đúng từ đầu.",
  "edit-of-stored": () =>
    "Số liệu của văn bản này đã lưu từ trước, sửa tin không làm thay đổi. Nếu cần đính chính, anh/chị gõ /nhap rồi dán lại văn bản đúng.",
  "dead-button": () => "Nút này không còn dùng được. Anh/chị gõ lệnh, ví dụ /xephang, hoặc gõ /trogiup.",
  "too-long": ({ limit }) =>
    `Tin dài quá ${limit} ký tự nên bot không đọc như một lệnh. Anh/chị gõ ngắn lại, ví dụ /xephang thang 8.`,
  "answer-too-long": ({ limit, length }) =>
    `Nội dung dài ${figures.number(length)} ký tự, bot chỉ nhận tối đa ${figures.number(limit)}. Anh/chị gửi lại bản ngắn hơn, hoặc gõ “thôi” để dừng.`,
  "unknown-unit": ({ typed, near }) =>
    `Không tìm thấy đơn vị ${quote(typed)}. Anh/chị kiểm tra lại tên${near ? ", hoặc chọn tên gần nhất:" : "."}`,
  "span-count": ({ fewest, most }) =>
    `Xu hướng cần từ ${number(fewest)} đến ${number(most)} kỳ. Anh/chị gõ lại, ví dụ /xuhuong Cương Chính 12 kỳ.`,
  "one-period": ({ typed }) =>
    `Mỗi lần chỉ xem được một kỳ, chưa xem được thêm ${quote(typed)}. Anh/chị gõ từng kỳ; so sánh hai kỳ thì gõ như /sosanh Thủ Sỹ 8/2024 với 9/2024.`,
  "no-such-file": ({ typed }) =>
    `Ở lệnh này không có tệp ${quote(typed)}. Tệp Excel, csv: /xuat; tệp pdf, Word: /congvan, /giaoban, /baocao.`,
  ambiguous: ({ typed }) => `Có nhiều đơn vị khớp với ${quote(typed)}. Ý anh/chị là:`,
  "unit-needed": ({ command }) => `Anh/chị gõ thêm tên đơn vị, ví dụ /${command} Cương Chính.`,
  "sides-needed": () =>
    "Để so sánh, anh/chị nêu từ hai đơn vị (ví dụ /sosanh Thủ Sỹ, Cương Chính), hoặc một đơn vị với hai kỳ (ví dụ /sosanh Thủ Sỹ 8/2024 với 9/2024).",
  "too-many-sides": ({ most }) =>
    `Mỗi lần so sánh được nhiều nhất ${number(most)} kỳ. Anh/chị bớt lại rồi gõ lại.`,
  "no-common-period": ({ units }) => `Chưa có kỳ nào có số liệu của cả ${units.map(fullName).join(", ")}.`,
  "no-data": ({ unit }) => `Chưa có số liệu của ${fullName(unit)}. Gõ /nguon để xem đã có số liệu nào.`,
  "no-list": ({ unit }) =>
    `Chưa có bảng số liệu các đơn vị của ${fullName(unit)}. Gõ /nguon để xem đã có số liệu nào; số của chính đơn vị, nếu có: /xa ${fullName(unit)}.`,
  "no-sources": ({ unit, others }) =>
    others.length > 0
      ? `Chưa có bảng số liệu các đơn vị của ${fullName(unit)}. Đang có số liệu của:`
      : "Bot chưa có số liệu nào. Người nhập liệu gửi tệp văn bản, hoặc gõ /nhap rồi dán nội dung, để nhập văn bản đầu tiên.",
  "several-months": () =>
    "Báo cáo gộp nhiều tháng: gõ quý, 6 tháng hoặc năm, ví dụ /baocao quý 3. Một tháng thì dùng /congvan.",
  "no-children": ({ unit }) =>
    `${capital(fullName(unit))} không có đơn vị trực thuộc để xếp hạng. Gõ /xa ${fullName(unit)} để xem số liệu của đơn vị này.`,
  "no-period": ({ unit, wished, lacks, available }) =>
    `Chưa có ${lacks ? figures.indicator(lacks).toLocaleLowerCase("vi") : "số liệu"} ${wished ? periods.name(wished) : "kỳ này"} của ${fullName(unit)}.${available.length > 0 ? ` Đã có: ${available.slice(0, 6).map(periods.name).join(", ")}.` : ""}`,
  "no-indicator": ({ unit, available }) =>
    available.length > 0
      ? `Bảng của ${fullName(unit)} không có chỉ số này. Có: ${available.join(", ")}.`
      : `Bảng của ${fullName(unit)} không có chỉ số này.`,
  "take-count": ({ most }) =>
    `Số đơn vị phải là số nguyên từ 1 đến ${number(most)}. Anh/chị gõ lại, ví dụ /xephang top 5.`,
  "limit-of-what": ({ indicator, near }) =>
    `Mức này không phải của ${figures.indicator(indicator).toLocaleLowerCase("vi")}. Anh/chị cần xem theo chỉ số nào${near ? ":" : "? Gõ thêm tên chỉ số, ví dụ /xephang dưới 95% đúng hạn."}`,
  "no-map": ({ scope, period, why }) =>
    why === "period"
      ? `Bản đồ chỉ có cho các kỳ từ 1/7/2025, theo đơn vị hành chính mới; ${periods.name(period)} của ${fullName(scope)} xem bằng bảng xếp hạng.`
      : `${capital(fullName(scope))} không còn là đơn vị hành chính từ 1/7/2025 nên không có bản đồ; ${periods.name(period)} xem bằng bảng xếp hạng.`,
  "no-moves": ({ scope, period, because, before }) =>
    `Chưa vẽ được bản đồ tăng giảm thứ hạng ${periods.name(period)} của ${fullName(scope)}, vì ${because ? evidence.incomparable(because, before) : "không có thứ hạng kỳ trước để so sánh"}.`,
  "no-target-of": ({ indicator, period }) =>
    `${capital(periods.name(period))} không có chỉ tiêu nào cho ${figures.indicator(indicator).toLocaleLowerCase("vi")}. Xem theo chỉ số có chỉ tiêu:`,
  "no-volumes": ({ scope, period }) =>
    `Chưa có số hồ sơ tiếp nhận của các đơn vị thuộc ${fullName(scope)} ${periods.name(period)}, nên chưa xếp được theo nhóm. Xem bảng chung:`,
  "no-targets": ({ scope, period }) =>
    `Chưa có chỉ tiêu nào cho các đơn vị của ${fullName(scope)} ${periods.name(period)}. Xem theo một mức cụ thể: /xephang dưới 85.`,
  "no-targets-of": ({ unit, period }) =>
    `Chưa có chỉ tiêu nào cho ${fullName(unit)} ${periods.name(period)}. Chỉ tiêu lấy từ văn bản đã nhập (/nhap).`,
  "not-owed": ({ indicator }) =>
    `Không đếm được hồ sơ cần xử lý theo ${figures.indicator(indicator).toLocaleLowerCase("vi")}. Xem được: quá hạn, tạm dừng, trả lại, chậm tiếp nhận, chưa số hóa.`,
  "nothing-owed": ({ unit, period }) =>
    `${capital(fullName(unit))} chưa có số hồ sơ quá hạn, tạm dừng, trả lại hay chưa số hóa${period ? ` ${periods.name(period)}` : ""}.`,
  "what-if-unclear": ({ lacks }) => `${UNCLEAR[lacks]} Anh/chị gõ như: /gialap Cương Chính đúng hạn 95%.`,
  "what-if-range": ({ indicator, most }) =>
    `${capital(figures.indicator(indicator))} chỉ có thể từ 0 đến ${number(most)}${indicator.measure === "rate" ? "%" : " điểm"}.`,
  "no-sum": ({ indicator }) =>
    `${capital(figures.indicator(indicator))} không cộng lại được: chỉ cộng được số lượng (hồ sơ, bản). Kết quả chung của địa bàn: xem Tổng hợp.`,
  "no-version": ({ held }) =>
    held.length === 0
      ? "Kỳ này chưa có bản số liệu nào."
      : `Kỳ này chỉ có bản ${held.join(", ")}. Gõ lại với một trong các bản đó.`,
  "none-of-title": ({ title, scope, period, held }) =>
    `Bảng ${periods.name(period)} của ${fullName(scope)} không có ${LIST_TITLES[title]} nào: chỉ có ${held}.`,
  "withdrawn-version": ({ version }) =>
    `Bản ${version} là bản rút toàn bộ số liệu, không có số nào. Gõ /nguon để xem các bản khác.`,
  "sample-stays": () =>
    "Đây là số liệu mẫu, không khôi phục hay rút được. Khi nhập số liệu thật, số liệu mẫu tự hết.",
  "no-such-page": ({ pages }) => `Bảng chỉ có ${pages} trang. Gõ lại với “trang ${pages}”.`,
  "code-needed": () => "Anh/chị gõ mã ghi ở góc dưới hình, ví dụ /kiemtra 7KQ2.",
  "unknown-code": ({ typed }) =>
    `Không có số liệu nào mang mã ${quote(typed)}. Kiểm tra lại mã ở góc dưới hình; nếu đúng như vậy, hình không do bot này vẽ.`,
  "unknown-topic": ({ typed }) => `Chưa có lệnh ${quote(typed)}. Gõ /trogiup để xem các lệnh.`,
  "not-taken-back": ({ because }) => NOT_TAKEN_BACK[because],
  "chat-admin-only": ({ byCode }) =>
    byCode
      ? "Chỉ người được giao nhóm mới đổi được cài đặt và đăng ký của nhóm. Anh/chị xin người vận hành bot mã của nhóm, rồi gõ ở đây: /quyen <mã>."
      : "Chỉ quản trị viên nhóm được đổi cài đặt và đăng ký của nhóm. Anh/chị nhờ quản trị viên gõ lệnh này.",
  "role-needed": ({ role }) =>
    `Lệnh này dành cho ${rights.roles[role]}. Anh/chị liên hệ người vận hành bot để được cấp quyền.`,
  "role-needed-there": ({ role, unit }) =>
    `Lệnh này dành cho ${rights.roles[role]} ${fullName(unit)}. Anh/chị liên hệ người vận hành bot để được cấp quyền.`,
  "chat-not-approved": ({ chat, kind, asked }) => {
    const who = kind === "group" ? "Nhóm này" : "Anh/chị";
    return asked
      ? `${who} chưa được duyệt sử dụng bot. Yêu cầu đã gửi tới người vận hành; được duyệt bot sẽ báo lại ngay tại đây.`
      : text`${who} chưa được duyệt sử dụng bot. Anh/chị gửi mã sau cho người vận hành: ${code(chat)}`;
  },
  "unknown-setting": ({ typed }) =>
    `Bot chưa hiểu cài đặt ${quote(typed)}. Gõ /caidat để xem các cài đặt và cách đổi.`,
  "no-tables-here": () =>
    "Ở đây bot chưa gửi được bảng kẻ ô; bảng vẫn có đủ bằng chữ, bằng hình và tệp Excel. Bảng kẻ ô dùng được trong nhóm Telegram.",
  "rights-unclear": ({ typed }) =>
    `Bot chưa hiểu ${quote(typed)}. Nhập mã được cấp: /quyen <mã>. Người vận hành gõ /quyen để xem cách cấp quyền.`,
  "wrong-code": () =>
    "Mã không đúng, đã được dùng hoặc đã hết hạn. Anh/chị kiểm tra lại, hoặc xin người vận hành mã mới.",
  "too-many-tries": ({ minutes }) => `Anh/chị đã nhập sai mã nhiều lần. Thử lại sau ${minutes} phút.`,
  "code-for-group": () => "Mã này dùng cho nhóm. Anh/chị gõ lại lệnh này trong nhóm cần cài đặt.",
  "private-only": ({ command }) =>
    `Việc này chỉ làm được khi nhắn riêng với bot. Anh/chị mở bot và gõ /${command} ở đó.`,
  "nothing-held": ({ person }) =>
    person === null
      ? "Anh/chị chưa được giao quyền nào và chưa đăng ký nhận tin nào nên không có gì để bàn giao."
      : text`${code(person)} không giữ quyền nào và không đăng ký nhận tin nào nên không có gì để bàn giao.`,
  "own-post": () => "Mã này do chính anh/chị tạo để bàn giao. Anh/chị chuyển mã cho người nhận nhập.",
  "post-is-gone": () =>
    "Người bàn giao không còn giữ quyền hay đăng ký nào nữa. Anh/chị liên hệ người vận hành để được cấp quyền.",
  "handover-unclear": ({ typed }) =>
    `Bot chưa hiểu ${quote(typed)}. Gõ /bangiao để tạo mã bàn giao, /bangiao huỷ để thu lại mã đã tạo.`,
  "no-such-right": ({ person }) =>
    text`${code(person)} không có quyền nào như vậy. Gõ /quyen để xem danh sách.`,
  "unknown-chat": ({ typed }) =>
    `Chưa thấy nhóm nào có mã ${quote(typed)}. Gõ /quyen để xem các nhóm đang chờ duyệt.`,
  "unknown-broadcast": ({ typed }) =>
    typed
      ? `Không có đợt gửi nào mang mã ${quote(typed)}. Gõ /phatsong để xem các đợt gửi.`
      : "Anh/chị gõ thêm mã của đợt gửi, hoặc gõ /phatsong để chọn.",
  "schedule-unclear": ({ typed }) =>
    `${typed ? `Bot chưa hiểu lịch ${quote(typed)}.` : "Anh/chị cần gửi khi nào?"} Gõ như: /lich thêm hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8.`,
  "rule-unclear": ({ typed }) =>
    `Bot chưa hiểu ${quote(typed)}. Anh/chị gõ như: /nguong đúng hạn 90, /nguong tụt hạng 10, /nguong tắt tụt hạng; hoặc gõ /nguong để xem các quy tắc.`,
  "unknown-rule": ({ indicator }) =>
    `Chưa có quy tắc nào như vậy${indicator ? ` cho ${noun(figures.indicator(indicator))}` : ""}. Đặt mới bằng cách gõ kèm con số, ví dụ /nguong thanh toán trực tuyến dưới 60; hoặc gõ /nguong để xem các quy tắc.`,
  unmeasurable: ({ indicator }) =>
    indicator
      ? `${capital(indicator.name.vi)} không có mức tốt, xấu để đặt ngưỡng. Gõ /nguong để xem các quy tắc.`
      : "Chỉ số này không đặt ngưỡng được. Gõ /nguong để xem các quy tắc.",
  "amount-needed": () => "Anh/chị gõ thêm con số, ví dụ /nguong đúng hạn 90.",
  "rule-amount": ({ least, most, isWhole }) =>
    `Con số phải từ ${number(least)} đến ${number(most)}${isWhole ? " và là số nguyên" : ""}. Anh/chị gõ lại, ví dụ /nguong đúng hạn 90.`,
  "rule-reset": ({ limit, side }) =>
    `Mức hết cảnh báo phải ${RESET_SIDES[side](number(limit))}. Anh/chị gõ lại, ví dụ /nguong đúng hạn 90 hết khi 95.`,
  "target-of-document": () =>
    "Mức chỉ tiêu lấy từ văn bản, không đặt ở đây. Ngưỡng riêng của một chỉ số: /nguong đúng hạn 90.",
  "rule-untestable": () =>
    "Quy tắc này xét theo ngày trong tháng, không thử được trên số liệu đã lưu. Gõ /nguong để xem các quy tắc.",
  "unknown-schedule": ({ typed }) =>
    typed
      ? `Không có lịch ${quote(typed)}. Gõ /lich để xem các lịch.`
      : "Anh/chị gõ thêm số của lịch, ví dụ /lich tạm dừng 1.",
  "unknown-alert": ({ number }) => `Không có cảnh báo số ${number}. Gõ /canhbao để xem các cảnh báo đang mở.`,
  "alert-over": ({ number }) => `Cảnh báo #${number} đã kết thúc, không cần giải trình nữa.`,
  "no-alerts": ({ unit }) => `${capital(fullName(unit))} không có cảnh báo nào đang mở.`,
  "no-explanation": ({ number }) => `Cảnh báo #${number} chưa có giải trình nào.`,
  "explanation-settled": ({ number, state }) =>
    state === "replaced"
      ? "Giải trình này đã được thay bằng bản sau."
      : `Giải trình cảnh báo #${number} đã ${explanations.state[state]} trước đó.`,
  "deadline-unclear": ({ typed, problem, date }) => {
    const how = "Anh/chị gõ lại, ví dụ 30/11, thứ Sáu tuần sau, 10 ngày làm việc.";
    if (date === null) return `Bot chưa hiểu thời hạn ${quote(typed)}. ${how}`;
    return `${figures.date(date)} ${problem === "past" ? "đã qua" : "còn hơn một năm nữa"}. ${how}`;
  },
  "private-first": () =>
    "Bot chưa nhắn riêng được cho anh/chị. Anh/chị mở cuộc trò chuyện riêng với bot, bấm Bắt đầu hoặc nhắn một tin bất kỳ, rồi chọn lại việc này trong nhóm.",
  "document-refused": ({ isFile, reason, facts }) =>
    (isFile ? SENT : PASTED)[reason]?.(facts) ?? importing.refused[reason](facts),
  "paper-too-long": ({ limit }) =>
    `Văn bản dài quá ${number(limit)} ký tự nên bot không nhận phần vừa dán. Anh/chị đọc phần đã có trước, hoặc bỏ để dán lại từng văn bản.`,
  "nothing-collected": () => "Chưa có nội dung nào được dán. Gõ /nhap rồi dán văn bản.",
  "unknown-paper": () =>
    "Bản xem trước này không còn: đã được xác nhận, đã bỏ, đã thay bằng bản mới hơn hoặc để quá 2 giờ. Gõ /nguon để xem số liệu đã lưu, /nhap để nhập lại.",
  "no-open-paper": () =>
    "Không có bản xem trước nào đang mở ở đây để sửa. Anh/chị gửi tệp, hoặc gõ /nhap rồi dán văn bản.",
  "nothing-to-undo": () =>
    "Không có lần nhập nào để hoàn tác: chỉ hoàn tác được trong 24 giờ sau khi nhập, một lần. Gõ /nguon để xem các bản đã lưu.",
  "published-since": () =>
    "Chưa hoàn tác được: số liệu này đã có bản mới hơn. Gõ /nguon để xem và khôi phục đúng bản cần dùng.",
  "correction-unclear": ({ line, problem, near }) =>
    `Chưa sửa gì. Dòng ${quote(line)}: ${CORRECTION_PROBLEMS[problem]}${near.length > 0 ? ` Có phải: ${near.join(", ")}?` : ""}`,
  "unknown-task": ({ typed }) =>
    typed
      ? `Không có nhiệm vụ số ${quote(typed)}. Gõ /nhiemvu để xem các nhiệm vụ.`
      : "Anh/chị gõ thêm số của nhiệm vụ, ví dụ /nhiemvu xong 12.",
  "sample-only": () =>
    "Đây là dữ liệu mẫu để dùng thử nên không ghi nhận được. Nhập văn bản thật rồi thì việc này mới dùng được.",
};

export const unexpected =
  "Xin lỗi, bot gặp lỗi khi xử lý yêu cầu này và đã ghi lại. Anh/chị thử lại sau ít phút.";

export const storeAway =
  "Bot tạm thời không đọc hoặc không ghi được dữ liệu, chưa làm được việc này. Anh/chị gửi lại sau ít phút; nếu vẫn vậy, xin báo người vận hành.";
