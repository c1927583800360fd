import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { invalidate } from "../src/shared/data/invalidate";

it("a change that is told while a list is read for the first time is read all the same", async () => {
  const client = new QueryClient();
  const answers: ((rows: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(client, { queryKey: ["calls"], queryFn });
  const stop = observer.subscribe(() => {});
  invalidate(client, { kind: "call", id: "1" }); // the server has read its rows by now
  answers[0]?.("goes on");
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.("ended");
  await expect.poll(() => client.getQueryData(["calls"])).toBe("ended");
  stop();
});
