import type { Browser, CDPSession, Page } from "playwright";

interface Target {
  targetId: string;
  type: string;
}

/**
 * A real click on the extension's toolbar button while `page` is in front: opens the popup, grants activeTab.
 * Gives the moment of the click, epoch ms.
 */
export async function triggerAction(browser: Browser, page: Page, extensionId: string): Promise<number> {
  await page.bringToFront();
  const session = await browser.newBrowserCDPSession();
  try {
    const targetId = await tabOf(session, page);
    const clickedAt = Date.now();
    await session.send("Extensions.triggerAction" as never, { id: extensionId, targetId } as never);
    return clickedAt;
  } finally {
    await session.detach();
  }
}

/** The `tab` target around a page: triggerAction takes no other kind, and Playwright lists none. */
async function tabOf(session: CDPSession, page: Page): Promise<string> {
  const own = await page.context().newCDPSession(page);
  const { targetInfo } = await own.send("Target.getTargetInfo");
  await own.detach();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
  for (const { targetId } of targetInfos) {
    if ((await pagesIn(session, targetId)).some((child) => child.targetId === targetInfo.targetId))
      return targetId;
  }
  throw new Error(`No tab holds ${page.url()}`);
}

/** The targets inside a tab. Playwright opens no session for tabs, so this one is used by raw messages. */
async function pagesIn(session: CDPSession, tab: string): Promise<Target[]> {
  const { sessionId } = await session.send("Target.attachToTarget", { targetId: tab, flatten: false });
  const children: Target[] = [];
  const answered = new Promise<void>((resolve) => {
    const listen = (event: { sessionId: string; message: string }) => {
      if (event.sessionId !== sessionId) return;
      const message = JSON.parse(event.message) as {
        id?: number;
        method?: string;
        params?: { targetInfo: Target };
      };
      if (message.method === "Target.attachedToTarget" && message.params)
        children.push(message.params.targetInfo);
      if (message.id !== 1) return;
      session.off("Target.receivedMessageFromTarget", listen);
      resolve();
    };
    session.on("Target.receivedMessageFromTarget", listen);
  });
  const message = JSON.stringify({
    id: 1,
    method: "Target.setAutoAttach",
    params: { autoAttach: true, waitForDebuggerOnStart: false, flatten: false },
  });
  await session.send("Target.sendMessageToTarget", { sessionId, message });
  await answered;
  await session.send("Target.detachFromTarget", { sessionId });
  return children;
}
