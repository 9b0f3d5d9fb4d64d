import type { SetupPlatform, SetupWords } from "#locales/words/setup.ts";
import { code, text } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

const nameOf: Readonly<Record<SetupPlatform, string>> = { zalo: "Zalo", telegram: "Telegram" };
const giverOf: Readonly<Record<SetupPlatform, string>> = {
  zalo: "Zalo Bot Manager",
  telegram: "@BotFather",
};

const STATES: SetupWords["state"] = {
  done: "Xong",
  next: "Làm bước này",
  later: "Chưa tới",
  optional: "Tuỳ chọn",
};

export const setup: SetupWords = {
  commands: {
    thietlap: {
      purpose: "Bot đã thiết lập đến đâu, trang thiết lập ở đâu",
      usage: "",
      examples: ["/thietlap"],
    },
  },
  stepLine: ({ title, state }) => `– ${title}: ${STATES[state]}`,
  pageAt: (address) => text`Mở trên chính máy chạy bot: ${code(address)}`,
  operationsAt: (address) => text`Trang vận hành, cũng trên máy đó: ${code(address)}`,
  noPage:
    "Ở máy này không mở được trang thiết lập: bot nhận kết nối từ mạng, hoặc chạy không có tệp .env. Sửa tệp .env, hoặc gõ npm run setup trên máy chạy bot.",
  title: "Thiết lập Bot 766",
  subtitle: "Chỉ mở được trên máy đang chạy bot",
  intro: "Làm lần lượt từ trên xuống. Mỗi bước được thử ngay và trả lại như trước được.",
  finished: "Đã đủ các bước cần thiết. Bot đang trả lời; các bước còn lại tuỳ cơ quan.",
  elsewhere: "Trang thiết lập chỉ mở được trên chính máy chạy bot, ở địa chỉ http://localhost.",
  back: "Trang trò chuyện",
  operations: "Trang vận hành",
  state: STATES,
  applying: {
    title: "Đang áp dụng…",
    text: "Bot đang khởi động lại với cài đặt mới. Trang tự quay về sau vài giây.",
    go: "Quay về trang thiết lập",
  },
  saved: "Đã lưu.",
  undone: "Đã trả lại như trước.",
  undo: "Trả lại như trước",
  steps: {
    office: { title: "Chọn cơ quan", why: "Không nêu địa bàn thì bot trả lời theo địa bàn này." },
    zalo: { title: "Nối Zalo", why: "Zalo hoặc Telegram, một kênh là đủ." },
    telegram: { title: "Nối Telegram", why: "Zalo hoặc Telegram, một kênh là đủ." },
    operator: {
      title: "Nhận quyền vận hành",
      why: "Người vận hành cấp quyền, duyệt phát sóng, xem trạng thái.",
    },
    trial: { title: "Gửi tin thử", why: "Để chắc chắn tin của bot đến nơi." },
    publishing: { title: "Công bố kết quả", why: "Lấy số liệu từ đâu, mấy người duyệt." },
    backup: { title: "Sao lưu", why: "Mất máy vẫn còn số liệu." },
    network: {
      title: "Proxy và địa chỉ công khai",
      why: "Cần khi mạng cơ quan bắt buộc qua proxy, hoặc để gửi ảnh trên Zalo.",
    },
  },
  office: {
    label: "Tên huyện, xã, tỉnh hoặc sở",
    example: "Ví dụ: tỉnh Hưng Yên, xa Tien Lu",
    save: "Chọn",
    now: (unit) => `Địa bàn của bot: ${fullName(unit)}.`,
    choose: "Có nhiều nơi tên như vậy. Anh/chị chọn một:",
    unknown: "Chưa tìm thấy đơn vị này. Anh/chị ghi tên đầy đủ, ví dụ: tỉnh Hưng Yên.",
    nearest: "Chưa tìm thấy đơn vị này. Có phải một trong các nơi sau?",
  },
  channel: {
    how: {
      zalo: [
        "Trong Zalo, tìm tài khoản OA Zalo Bot Manager, chọn Tạo bot.",
        "Đặt tên bắt đầu bằng chữ Bot, ví dụ: Bot 766 Tiên Lữ.",
        "Zalo nhắn lại mã bot. Chép cả tin đó, dán vào ô dưới.",
      ],
      telegram: [
        "Trên Telegram, nhắn /newbot cho @BotFather.",
        "Đặt tên hiển thị, rồi tên tài khoản kết thúc bằng bot.",
        "BotFather nhắn lại mã bot. Chép cả tin đó, dán vào ô dưới.",
      ],
    },
    label: "Mã bot",
    save: "Thử và nối",
    now: ({ platform, tail, answers }) =>
      answers
        ? `${nameOf[platform]} đang chạy, mã bot kết thúc bằng ${tail}.`
        : `Đang chờ ${nameOf[platform]} trả lời; bot tự thử lại đến khi được. Mã bot kết thúc bằng ${tail}.`,
    connected: ({ platform, name, joinsGroups, hearsAll }) =>
      [
        `${nameOf[platform]} nhận mã này: ${name}.`,
        ...(joinsGroups === false ? [`${nameOf[platform]} chưa cho bot này vào nhóm.`] : []),
        ...(hearsAll === false ? ["Trong nhóm, bot chỉ nghe lệnh gửi đích danh."] : []),
      ].join(" "),
    troubles: {
      empty: () => "Anh/chị dán mã bot vào ô rồi bấm lại.",
      shape: (platform) =>
        `Không thấy mã bot trong nội dung vừa dán. Mã có dạng số, dấu hai chấm, rồi chữ; chép lại tin của ${giverOf[platform]}.`,
      refused: (platform) =>
        `${nameOf[platform]} không nhận mã này. Chép lại mã từ ${giverOf[platform]}; mã cũ hết hiệu lực khi đặt lại.`,
      unreachable: (platform) =>
        `Không gọi được ${nameOf[platform]}. Kiểm tra mạng; nếu cơ quan dùng proxy thì ghi ở bước Proxy và địa chỉ công khai.`,
      proxyLogin: () => "Proxy hỏi tên và mật khẩu. Ghi proxy dạng http://tên:mật-khẩu@máy:cổng.",
      proxyRefusal: (platform) =>
        `Proxy không cho gọi ${nameOf[platform]}. Đề nghị người quản trị mạng cho phép.`,
      busy: (platform) => `${nameOf[platform]} báo gọi quá nhiều. Chờ một phút rồi thử lại.`,
      odd: (platform) =>
        `Có chương trình khác trả lời thay ${nameOf[platform]}. Kiểm tra mạng hoặc proxy của cơ quan.`,
    },
    privacy: {
      title: "Trong nhóm, bot nghe được gì?",
      text: "Mặc định bot chỉ nghe tin gửi đích danh. Muốn hỏi tự nhiên hơn: đặt bot làm quản trị viên của nhóm, hoặc nhắn @BotFather /setprivacy, chọn Disable, rồi xoá bot khỏi nhóm và thêm lại.",
      heard: "bot nghe",
      unheard: "bot không nghe",
      command: "/xephang@ten_bot",
      question: "tháng 8 ai dẫn đầu?",
      mention: "@Bot 766 /xephang",
    },
  },
  operator: {
    noChannel: "Nối Zalo hoặc Telegram trước.",
    send: "Nhắn riêng cho bot mã sau:",
    wait: "Đang chờ tin nhắn. Trang tự chuyển sang Xong khi bot nhận được mã.",
    now: ({ count }) => `Đã có ${count} người vận hành. Muốn thêm người, người đó nhắn riêng cho bot mã mới:`,
    welcome: "Đã nhận mã. Từ bây giờ anh/chị là người vận hành của bot. Gõ /trogiup để xem các lệnh.",
  },
  trial: {
    noChannel: "Nối Zalo hoặc Telegram trước.",
    noChats:
      "Bot chưa biết cuộc trò chuyện nào. Nhắn cho bot một tin, hoặc thêm bot vào nhóm rồi nhắc tên bot, sau đó tải lại trang.",
    label: "Gửi tới",
    save: "Gửi tin thử",
    message: "Tin thử từ trang thiết lập Bot 766. Anh/chị đọc được tin này là bot đã gửi được.",
    chat: ({ name, platform, isGroup }) =>
      `${isGroup ? "Nhóm " : ""}${name || "chưa rõ tên"} (${nameOf[platform as SetupPlatform] ?? platform})`,
    operator: "người vận hành",
    sent: "Đã gửi. Mở cuộc trò chuyện ấy để xem tin thử.",
    unsent: {
      blocked: "Chưa gửi được: người này đã chặn bot.",
      "chat-not-found": "Chưa gửi được: cuộc trò chuyện không còn, hoặc bot đã ra khỏi nhóm.",
      "no-rights": "Chưa gửi được: nhóm không cho bot gửi tin.",
      "bad-request": "Chưa gửi được: máy chủ từ chối tin này.",
      unauthorized: "Chưa gửi được: mã bot không còn hiệu lực.",
      "too-large": "Chưa gửi được: tin quá lớn.",
      "too-many-requests": "Chưa gửi được: gửi quá nhiều. Chờ một phút rồi thử lại.",
      unreachable: "Chưa gửi được: không gọi được máy chủ. Kiểm tra mạng.",
      timeout: "Máy chủ không trả lời kịp. Xem trong cuộc trò chuyện có tin thử chưa.",
      "server-error": "Chưa gửi được: máy chủ đang lỗi. Thử lại sau.",
      quota: "Chưa gửi được: đã hết hạn mức tin của tháng.",
      unknown: "Không rõ tin đã tới chưa. Xem trong cuộc trò chuyện có tin thử chưa.",
    },
  },
  publishing: {
    approvers: {
      label: "Trước khi phát sóng, cần",
      one: "một người duyệt",
      two: "hai người duyệt",
    },
    portal: {
      label: "Số liệu từ Cổng Dịch vụ công quốc gia",
      off: "Không lấy; nhập từ công văn",
      ask: "Lấy hằng ngày, người vận hành xác nhận rồi mới công bố",
      auto: "Lấy hằng ngày, tự công bố khi không có gì vướng",
      contact: "Thư điện tử hoặc số điện thoại của cơ quan",
      hint: "Gửi kèm mỗi lần gọi Cổng, để đơn vị quản lý Cổng biết ai đang hỏi.",
    },
    save: "Lưu",
    now: "Lịch phát sóng của từng nhóm đặt bằng lệnh /lich.",
  },
  network: {
    proxy: {
      label: "Proxy gọi ra ngoài",
      hint: "Ví dụ http://proxy.tinh.gov.vn:3128. Để trống: gọi thẳng.",
      kept: (host) => `Đang qua proxy ${host}. Để trống ô này để giữ nguyên.`,
    },
    address: {
      label: "Địa chỉ công khai của máy chủ",
      hint: "Ví dụ https://bot.vidu.gov.vn. Bot gọi thử địa chỉ này từ ngoài vào.",
    },
    webhook: {
      label: "Để Zalo, Telegram gọi vào địa chỉ này (webhook)",
      hint: "Không chọn: bot tự hỏi Zalo, Telegram. Zalo chỉ nên tự hỏi khi dùng thử.",
    },
    zalo: {
      set: {
        label: "Báo Zalo gọi vào địa chỉ này",
        hint: "Riêng Zalo phải được báo một lần, sau khi lưu. Zalo gọi thử ngay, kết quả hiện ở đây.",
      },
      delete: {
        label: "Báo Zalo thôi gọi vào",
        hint: "Bot đang tự hỏi Zalo. Nếu trước đây đã đặt webhook cho bot này thì phải gỡ, bot mới nhận được tin.",
      },
    },
    picture: { polling: "bot tự hỏi", webhook: "webhook: gọi vào bot", bot: "Bot 766" },
    save: "Thử và lưu",
    works: "Gọi từ ngoài vào: địa chỉ dẫn đúng tới bot này.",
    troubles: {
      dns: "Không phân giải được tên miền. Kiểm tra bản ghi DNS của địa chỉ này.",
      tls: "Chứng chỉ https không hợp lệ hoặc đã hết hạn.",
      noConnection: "Không kết nối được. Kiểm tra cổng 443, tường lửa, máy chủ trung gian.",
      timeout: "Địa chỉ không trả lời kịp. Kiểm tra tường lửa.",
      forbidden: "Tường lửa hoặc máy chủ trung gian chặn (403). Cho phép mọi địa chỉ gọi vào bot.",
      notOurs: "Địa chỉ này dẫn tới chương trình khác. Chỉnh máy chủ trung gian dẫn tới cổng của bot.",
      serverError: "Máy chủ trung gian báo lỗi (5xx). Kiểm tra nơi nó chuyển tiếp tới.",
      proxyLogin: "Proxy hỏi tên và mật khẩu. Ghi proxy dạng http://tên:mật-khẩu@máy:cổng.",
      proxyRefusal: "Proxy không cho gọi tới địa chỉ này. Đề nghị người quản trị mạng cho phép.",
    },
    proxyTroubles: {
      proxyLogin: "Proxy hỏi tên và mật khẩu. Ghi dạng http://tên:mật-khẩu@máy:cổng.",
      proxyRefusal: "Proxy không cho gọi ra ngoài. Đề nghị người quản trị mạng cho phép.",
      unreachable: "Không gọi được ra ngoài qua proxy này. Kiểm tra tên máy và cổng.",
    },
    now: (address) => `Địa chỉ công khai: ${address}`,
  },
  backup: {
    folder: {
      label: "Thư mục sao lưu",
      hint: "Ví dụ D:\\SaoLuu\\Bot766 hoặc /srv/sao-luu; nên ở ổ đĩa khác.",
    },
    at: { label: "Giờ sao lưu hằng ngày" },
    keep: { label: "Số bản giữ lại" },
    save: "Thử và lưu",
    works: "Ghi được vào thư mục này. Bot tự sao lưu hằng ngày.",
    noFolder: "Anh/chị ghi thư mục sao lưu rồi bấm lại.",
    unwritable: "Không ghi được vào thư mục này. Kiểm tra ổ đĩa và quyền ghi.",
  },
  terminal: {
    intro: "Thiết lập Bot 766. Bước nào chưa cần thì nhấn Enter để bỏ qua.",
    waiting: "Đang chờ tin nhắn; nhấn Enter để bỏ qua bước này.",
    number: "Chọn số",
    noSuch: "Không có số này. Anh/chị làm lại bước này.",
    end: "Hết các bước. Bot đang chạy; nhấn Ctrl+C để dừng.",
    running: (port) =>
      `Cổng ${port} đang có chương trình khác dùng, có lẽ bot đang chạy. Mở http://localhost:${port}/thietlap, hoặc dừng bot rồi chạy lại lệnh này.`,
  },
  troubles: {
    stale: "Trang đã cũ. Anh/chị làm lại bước này.",
    byMachine:
      "Cài đặt này do biến môi trường của máy quyết định, trang này không đổi được. Đổi ở nơi khởi động bot.",
    unreadable: "Không đọc được tệp .env. Kiểm tra quyền đọc, hoặc lưu lại tệp dạng UTF-8.",
    unwritable: "Không ghi được tệp .env. Kiểm tra quyền ghi của thư mục bot.",
    restart: "Bot không khởi động được với cài đặt này, nên đã trả lại như trước.",
    noOffice: "Anh/chị ghi tên cơ quan rồi bấm lại.",
    noChat: "Anh/chị chọn nơi nhận tin thử.",
    quotes: "Nội dung có dấu nháy không ghi được vào tệp .env. Bỏ các dấu nháy rồi thử lại.",
  },
};
