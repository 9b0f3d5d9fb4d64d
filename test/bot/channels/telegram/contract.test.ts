import { openAsChannel } from "#test/bot/channels/telegram/as-channel.ts";
import { describeChannel } from "#test/support/channel-contract.ts";

describeChannel("Telegram", openAsChannel);
