import { storyScreen } from "../screen.ts";
import { playAbandoned } from "./abandoned.ts";
import { playDisputed } from "./disputed.ts";
import { playJudged } from "./judged.ts";
import { playLeased } from "./leased.ts";
import { playMetered } from "./metered.ts";
import type { Play, StoryEnd } from "./play.ts";
import { playRefused } from "./refused.ts";
import { playRendered } from "./rendered.ts";
import { playRequested } from "./requested.ts";

interface Story {
  readonly title: string;
  readonly play: (play: Play) => Promise<StoryEnd>;
}

const RENDERED: Story = { title: "A scene is rendered, the provider is paid", play: playRendered };
const ABANDONED: Story = {
  title: "A worker is killed mid-job, the client is refunded and compensated",
  play: playAbandoned,
};
const REFUSED: Story = {
  title: "A job whose inputs cannot be fetched is declined, at no loss",
  play: playRefused,
};
const REQUESTED: Story = {
  title: "An open request is taken once its rising price is right, and checked against plain JavaScript",
  play: playRequested,
};
const DISPUTED: Story = {
  title: "A wrong result is disputed, signers run the job again, the provider is slashed",
  play: playDisputed,
};
const LEASED: Story = {
  title: "A machine is rented by the second, runs dry, is topped up and given back",
  play: playLeased,
};
const METERED: Story = {
  title: "1,000 calls are paid one by one, and settled in one transaction",
  play: playMetered,
};

const JUDGED: Story = {
  title: "A picture is made up, drawn jurors run the job again and rule, the provider is slashed",
  play: playJudged,
};

const STORIES = [RENDERED, ABANDONED, REFUSED, REQUESTED, DISPUTED, LEASED, METERED, JUDGED];
/** Side by side; one after the other where two need the same machine. */
const LANES = [[RENDERED, LEASED], [ABANDONED], [REFUSED, REQUESTED, METERED], [DISPUTED], [JUDGED]];

/** Plays every story and returns how each ended, in the order of their numbers. */
export async function playStories(play: Play): Promise<readonly StoryEnd[]> {
  play.screen.chapter("Six jobs, a lease and a session, side by side");
  STORIES.forEach(({ title }, index) => {
    play.screen.say(String(index + 1), title);
  });
  const ends = new Map<Story, StoryEnd>();
  await Promise.all(
    LANES.map(async (lane) => {
      for (const story of lane) {
        const screen = storyScreen(play.screen, STORIES.indexOf(story) + 1);
        ends.set(story, await story.play({ ...play, screen }));
      }
    }),
  );
  return STORIES.flatMap((story) => ends.get(story) ?? []);
}
