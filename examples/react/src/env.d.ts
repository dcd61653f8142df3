/// <reference types="whats-new-feed/tags/react" />
