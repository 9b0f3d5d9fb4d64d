/** The few sentences needed before anything is installed; the Catalog holds all others. */
export const bootstrapWords = {
  vi: {
    oldNode: (version) =>
      `Bot 766 cần Node.js từ 20.19 trở lên; máy này đang dùng ${version}. Hãy cài bản mới tại https://nodejs.org rồi gõ lại lệnh.`,
    settingsUnreadable: (file) =>
      `Không đọc được tệp ${file}. Hãy lưu lại tệp dưới dạng văn bản thuần UTF-8 rồi gõ lại lệnh.`,
    settingWithoutEquals: ({ file, line, name }) =>
      `Tệp ${file}, dòng ${line}: thiếu dấu “=”. Hãy viết ${name}=giá trị rồi gõ lại lệnh.`,
    installing: "Đang cài các gói cần dùng, có thể mất một, hai phút…",
    waiting: "Một lệnh khác đang cài các gói cần dùng, xin chờ…",
    installFailed:
      "Chưa cài được các gói cần dùng. Hãy kiểm tra kết nối mạng tới kho npm rồi gõ lại lệnh; chi tiết ở trên.",
    installingTools: (tools) => `Đang cài ${tools} để chạy kiểm thử…`,
    toolsMissing: (tools, command) =>
      `Kiểm thử cần ${tools}. Hãy chạy lệnh này rồi gõ lại npm test:\n  ${command}`,
    cruisedTooFew: (count, least) =>
      `Chỉ soi được ${count} mô-đun (phải trên ${least}): công cụ kiểm tra kiến trúc không đọc được mã nguồn.`,
  },
  en: {
    oldNode: (version) =>
      `Bot 766 needs Node.js 20.19 or newer; this machine runs ${version}. Install a newer one from https://nodejs.org and try again.`,
    settingsUnreadable: (file) => `${file} could not be read. Save it as plain text in UTF-8 and try again.`,
    settingWithoutEquals: ({ file, line, name }) =>
      `${file}, line ${line}: the “=” is missing. Write ${name}=value and try again.`,
    installing: "Installing what is needed; this may take a minute or two…",
    waiting: "Another command is installing what is needed; waiting…",
    installFailed:
      "What is needed could not be installed. Check the connection to the npm registry and try again; details above.",
    installingTools: (tools) => `Installing ${tools} for the tests…`,
    toolsMissing: (tools, command) =>
      `The tests need ${tools}. Run this command, then npm test again:\n  ${command}`,
    cruisedTooFew: (count, least) =>
      `Only ${count} modules were cruised (more than ${least} expected): the architecture check is blind.`,
  },
};
