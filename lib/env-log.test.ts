import { expect, test } from "vitest";
import { logDestination } from "./env-log";

test.each([
  ["syslog://log.example.org", { by: "syslog", over: "udp", host: "log.example.org", port: 514 }],
  ["syslog+tcp://[::1]:6000", { by: "syslog", over: "tcp", host: "::1", port: 6000 }],
  ["syslog+tls://log.example.org/", { by: "syslog", over: "tls", host: "log.example.org", port: 6514 }],
  ["otlp+http://127.0.0.1:4318", { by: "otlp", url: "http://127.0.0.1:4318/v1/logs", headers: {} }],
  ["otlp+https://a.example/own/path", { by: "otlp", url: "https://a.example/own/path", headers: {} }],
  [
    "otlp+https://desk:s%40cret@a.example",
    { by: "otlp", url: "https://a.example/v1/logs", headers: { authorization: "Basic ZGVzazpzQGNyZXQ=" } },
  ],
])("%s is %j", (text, destination) => expect(logDestination.parse(text)).toEqual(destination));

test.each([
  "https://a.example",
  "syslog+udp://a.example",
  "syslog://",
  "syslog://user@a.example",
  "syslog://a.example/path",
  "otlp://a.example",
  "otlp+https://a.example?key=1",
  "log.example.org:514",
])("%s is none", (text) => expect(logDestination.safeParse(text).success).toBe(false));
