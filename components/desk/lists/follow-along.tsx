"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const every = 2000;

/** Draws the page anew every two seconds, while it is in view and shows what is under way. Without scripts the browser loads it anew. */
export function FollowAlong() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  );
}
