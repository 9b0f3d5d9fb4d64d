import { openAsChannel } from "#test/bot/channels/web/as-channel.ts";
import { describeChannel } from "#test/support/channel-contract.ts";

describeChannel("the web chat", openAsChannel);
