// What the code in these pages takes for granted: names, and packages that are installed only in examples/.
declare const feedList: import('whats-new-feed').FeedList;
declare const token: import('whats-new-feed').TokenProvider;
declare function userOf(
  request: Request,
): Promise<{ id: string; mailruSessionKey: string; piictuToken: string } | undefined>;

declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(node: import('react').ReactNode): void };
}
declare module 'vue' {
  export function createApp(root: object): { mount(selector: string): void };
}
declare module '*.vue' {
  const component: object;
  export default component;
}
declare module '*.css';
