/** The cookie in which a browser tells the desk its time zone, as `Asia/Almaty`. It is no secret and grants nothing. */
export const zoneCookie = "entente-zone";
