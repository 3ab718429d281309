// What VoteDesk sends, by Slack's own types.
import { HomeView, KnownBlock, ModalView } from "@slack/types";

export interface Payloads {
  blocks?: KnownBlock[];
  modal?: ModalView;
  home?: HomeView;
}
