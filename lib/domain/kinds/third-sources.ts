/**
 * Who publishes the trade of many countries, as tables name them in a column of reporters: they are a third source, whose name that is.
 * Any other text there is more often a country with a slip in it.
 */
const publishers =
  /^(?:the )?(?:imf|international monetary fund|(?:un|united nations)(?: |-)?comtrade|comtrade|united nations|unctad|unsd|wto|world trade organi[sz]ation|world bank|wits|eurostat|oecd|itc|international trade cent(?:re|er)|trade map|cepii|baci|eurasian economic commission|eec|cis-?stat|eclac|cepal|aladi|мвф|вто|оэср|еэк|всемирный банк)(?![\p{L}\p{N}])/iu;

/** Longer than any of them is called, with its series. */
const longest = 120;

/** Whether a text in the place of a reporting country names a publisher of statistics. */
export function isThirdSource(text: string): boolean {
  return text.length <= longest && publishers.test(text.trim());
}
