import { openAsChannel } from "#test/bot/channels/zalo/as-channel.ts";
import { describeChannel } from "#test/support/channel-contract.ts";

describeChannel("Zalo", openAsChannel);
