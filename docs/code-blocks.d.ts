// What the code in these pages takes for granted.
import type { FeedList, Token, TokenProvider, TokenRequest } from 'whats-new-feed';

declare global {
  const feedList: FeedList;
  const token: TokenProvider;
  function askMyServer(request: TokenRequest): Promise<Token>;
  function userOf(
    request: Request,
  ): Promise<{ id: string; mailruSessionKey: string; piictuToken: string } | undefined>;
}
