/// <reference types="whats-new-feed/tags/solid" />
