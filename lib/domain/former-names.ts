/**
 * Places and states under the names that they have had. Public facts, as gazetteers and the decrees and announcements that
 * renamed them state them: the present name first, then earlier ones and those that other languages keep. Writings in
 * other letters need not be listed: searches spell them (`entente_spellings`).
 */
import { fold } from "./folding";

const places: readonly (readonly string[])[] = [
  // Kazakhstan and its neighbours
  ["Almaty", "Alma-Ata", "Verny", "Vernyi"],
  ["Astana", "Nur-Sultan", "Akmola", "Aqmola", "Tselinograd", "Akmolinsk"],
  ["Atyrau", "Guryev"],
  ["Aktobe", "Aktyubinsk"],
  ["Oskemen", "Ust-Kamenogorsk"],
  ["Semey", "Semipalatinsk"],
  ["Kyzylorda", "Kzyl-Orda", "Perovsk"],
  ["Taraz", "Dzhambul", "Zhambyl", "Aulie-Ata"],
  ["Shymkent", "Chimkent"],
  ["Petropavl", "Petropavlovsk"],
  ["Turkistan", "Turkestan"],
  ["Zhezkazgan", "Dzhezkazgan"],
  ["Baikonur", "Baykonur", "Leninsk"],
  ["Bishkek", "Frunze", "Pishpek"],
  ["Dushanbe", "Stalinabad", "Dyushambe"],
  ["Khujand", "Khodjent", "Leninabad"],
  ["Ashgabat", "Ashkhabad", "Poltoratsk"],
  ["Turkmenbashi", "Krasnovodsk"],
  ["Turkmenabat", "Chardzhou"],
  ["Tashkent", "Toshkent"],
  ["Samarkand", "Samarqand"],
  // Russia, Ukraine, Belarus, the Baltic
  ["Saint Petersburg", "St Petersburg", "Leningrad", "Petrograd"],
  ["Volgograd", "Stalingrad", "Tsaritsyn"],
  ["Yekaterinburg", "Ekaterinburg", "Sverdlovsk"],
  ["Samara", "Kuybyshev"],
  ["Kaliningrad", "Königsberg"],
  ["Kyiv", "Kiev"],
  ["Lviv", "Lvov", "Lwów", "Lemberg"],
  ["Odesa", "Odessa"],
  ["Kharkiv", "Kharkov"],
  ["Dnipro", "Dnipropetrovsk", "Dnepropetrovsk", "Ekaterinoslav"],
  ["Donetsk", "Stalino", "Yuzovka"],
  ["Luhansk", "Lugansk", "Voroshilovgrad"],
  ["Tallinn", "Reval"],
  ["Tartu", "Dorpat"],
  ["Vilnius", "Vilna", "Wilno"],
  ["Kaunas", "Kovno"],
  ["Chisinau", "Kishinev"],
  // The Caucasus
  ["Tbilisi", "Tiflis"],
  ["Yerevan", "Erivan"],
  ["Gyumri", "Leninakan", "Alexandropol"],
  ["Ganja", "Kirovabad", "Elisavetpol"],
  // Türkiye, the Near East, Africa
  ["Istanbul", "Constantinople"],
  ["Ankara", "Angora"],
  ["Izmir", "Smyrna"],
  ["Thessaloniki", "Salonica", "Saloniki"],
  ["Tehran", "Teheran"],
  ["Kinshasa", "Léopoldville"],
  ["Maputo", "Lourenço Marques"],
  ["Harare", "Salisbury"],
  ["Banjul", "Bathurst"],
  ["Malabo", "Santa Isabel"],
  ["N'Djamena", "Fort-Lamy"],
  ["Lubumbashi", "Élisabethville"],
  // Asia
  ["Mumbai", "Bombay"],
  ["Kolkata", "Calcutta"],
  ["Chennai", "Madras"],
  ["Bengaluru", "Bangalore"],
  ["Thiruvananthapuram", "Trivandrum"],
  ["Kochi", "Cochin"],
  ["Varanasi", "Benares"],
  ["Dhaka", "Dacca"],
  ["Chattogram", "Chittagong"],
  ["Faisalabad", "Lyallpur"],
  ["Beijing", "Peking", "Peiping"],
  ["Nanjing", "Nanking"],
  ["Guangzhou", "Canton"],
  ["Chongqing", "Chungking"],
  ["Tianjin", "Tientsin"],
  ["Shenyang", "Mukden"],
  ["Xiamen", "Amoy"],
  ["Ürümqi", "Urumchi", "Dihua"],
  ["Ulaanbaatar", "Ulan Bator", "Urga"],
  ["Ho Chi Minh City", "Saigon"],
  ["Yangon", "Rangoon"],
  ["Jakarta", "Batavia", "Djakarta"],
  ["Bandar Seri Begawan", "Brunei Town"],
  // Europe
  ["Bratislava", "Pressburg", "Pozsony"],
  ["Oslo", "Christiania", "Kristiania"],
  ["Podgorica", "Titograd"],
  ["Gdansk", "Danzig"],
  ["Wroclaw", "Breslau"],
  ["Szczecin", "Stettin"],
  ["Chemnitz", "Karl-Marx-Stadt"],
  ["Ljubljana", "Laibach"],
  ["Rijeka", "Fiume"],
  // States
  ["Türkiye", "Turkey"],
  ["Eswatini", "Swaziland"],
  ["Czechia", "Czech Republic"],
  ["North Macedonia", "FYROM"],
  ["Myanmar", "Burma"],
  ["Sri Lanka", "Ceylon"],
  ["Thailand", "Siam"],
  ["Iran", "Persia"],
  ["Cambodia", "Kampuchea"],
  ["Bangladesh", "East Pakistan"],
  ["Cabo Verde", "Cape Verde"],
  ["Côte d'Ivoire", "Ivory Coast"],
  ["Timor-Leste", "East Timor"],
  ["Burkina Faso", "Upper Volta"],
  ["Benin", "Dahomey"],
  ["Zimbabwe", "Rhodesia"],
  ["Zambia", "Northern Rhodesia"],
  ["Malawi", "Nyasaland"],
  ["Botswana", "Bechuanaland"],
  ["Lesotho", "Basutoland"],
  ["Ghana", "Gold Coast"],
  ["Ethiopia", "Abyssinia"],
  ["Belize", "British Honduras"],
  ["Suriname", "Dutch Guiana"],
  ["Vanuatu", "New Hebrides"],
  ["Belarus", "Byelorussia", "Belorussia"],
  ["Moldova", "Moldavia"],
  ["Kyrgyzstan", "Kirghizia", "Kirgizia"],
  ["Turkmenistan", "Turkmenia"],
];

/** The words of a name, as searches compare them. */
const wordsOf = (name: string) =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

interface Named {
  words: readonly string[];
  /** All names of the place, their words parted by spaces. */
  names: readonly string[];
}

/** All names by their first word, longer ones first. */
const byFirstWord = new Map<string, Named[]>();
for (const names of places) {
  const each = names.map(wordsOf);
  const joined = each.map((words) => words.join(" "));
  for (const words of each) {
    const [first = ""] = words;
    const sharing = [...(byFirstWord.get(first) ?? []), { words, names: joined }];
    byFirstWord.set(
      first,
      sharing.sort((a, b) => b.words.length - a.words.length),
    );
  }
}

/** A place that words name: from which word to before which, and all of its names, words parted by spaces. */
export interface NamedPlace {
  from: number;
  to: number;
  names: readonly string[];
}

/** The places that folded words name, each word given in the ways in which it is spelled. */
export function placesNamed(words: readonly (readonly string[])[]): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const named = words[at]!.flatMap((first) => byFirstWord.get(first) ?? []).find((place) =>
      place.words.every((word, further) => words[at + further]?.includes(word)),
    );
    if (!named) continue;
    found.push({ from: at, to: at + named.words.length, names: named.names });
    at += named.words.length - 1;
  }
  return found;
}

/** How many places are known by several names. */
export const placesKnown = places.length;
