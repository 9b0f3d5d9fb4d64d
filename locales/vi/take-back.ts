import type { TakeBackWords } from "#locales/words/take-back.ts";

export const takeBack: TakeBackWords = {
  commands: {
    thuhoi: { purpose: "Gỡ một câu trả lời của bot khỏi nhóm", usage: "", examples: ["/thuhoi"] },
  },
  done: "Đã thu hồi câu trả lời.",
  how: "Anh/chị trả lời (reply) đúng câu trả lời cần gỡ bằng /thuhoi, hoặc bấm nút Thu hồi dưới câu đó.",
  never: "Ở đây bot không xoá được tin đã gửi.",
  action: "Thu hồi",
};
