/** A time zone as Windows knows it. */
export interface WindowsTimeZone {
  readonly id: string;
  /** Minutes before UTC, of the winter. */
  readonly offset: number;
  /** `(UTC+01:00) Amsterdam, Berlin, …`. */
  readonly displayName: string;
  readonly hasSummerTime: boolean;
  /** Names of the IANA data base that mean this zone, the first of them foremost. */
  readonly ianaNames: readonly string[];
}

/**
 * From memory of Windows Server 2012 R2, whose list grows and changes with updates: id (` Standard Time` behind it
 * unless it ends with `!`), offset, places, `*` where there is summer time, IANA names.
 */
const rows = `Dateline|-12:00|International Date Line West|Etc/GMT+12
UTC-11!|-11:00|Coordinated Universal Time-11|Etc/GMT+11
Hawaiian|-10:00|Hawaii|Pacific/Honolulu
Alaskan|-09:00|Alaska*|America/Anchorage
Pacific Standard Time (Mexico)!|-08:00|Baja California*|America/Tijuana
Pacific|-08:00|Pacific Time (US & Canada)*|America/Los_Angeles America/Vancouver
US Mountain|-07:00|Arizona|America/Phoenix
Mountain Standard Time (Mexico)!|-07:00|Chihuahua, La Paz, Mazatlan*|America/Chihuahua America/Mazatlan
Mountain|-07:00|Mountain Time (US & Canada)*|America/Denver America/Edmonton
Central America|-06:00|Central America|America/Guatemala America/Costa_Rica
Central|-06:00|Central Time (US & Canada)*|America/Chicago America/Winnipeg
Central Standard Time (Mexico)!|-06:00|Guadalajara, Mexico City, Monterrey*|America/Mexico_City
Canada Central|-06:00|Saskatchewan|America/Regina
SA Pacific|-05:00|Bogota, Lima, Quito, Rio Branco|America/Bogota America/Lima
Eastern|-05:00|Eastern Time (US & Canada)*|America/New_York America/Toronto America/Detroit
US Eastern|-05:00|Indiana (East)*|America/Indiana/Indianapolis
Venezuela|-04:30|Caracas|America/Caracas
Paraguay|-04:00|Asuncion*|America/Asuncion
Atlantic|-04:00|Atlantic Time (Canada)*|America/Halifax
Central Brazilian|-04:00|Cuiaba*|America/Cuiaba
SA Western|-04:00|Georgetown, La Paz, Manaus, San Juan|America/La_Paz America/Puerto_Rico
Pacific SA|-04:00|Santiago*|America/Santiago
Newfoundland|-03:30|Newfoundland*|America/St_Johns
E. South America|-03:00|Brasilia*|America/Sao_Paulo
Argentina|-03:00|Buenos Aires|America/Buenos_Aires America/Argentina/Buenos_Aires
SA Eastern|-03:00|Cayenne, Fortaleza|America/Cayenne
Greenland|-03:00|Greenland*|America/Godthab
Montevideo|-03:00|Montevideo|America/Montevideo
Bahia|-03:00|Salvador|America/Bahia
UTC-02!|-02:00|Coordinated Universal Time-02|Etc/GMT+2
Azores|-01:00|Azores*|Atlantic/Azores
Cape Verde|-01:00|Cabo Verde Is.|Atlantic/Cape_Verde
Morocco|00:00|Casablanca*|Africa/Casablanca
UTC!|00:00|Coordinated Universal Time|Etc/UTC UTC Etc/GMT
GMT|00:00|Dublin, Edinburgh, Lisbon, London*|Europe/London Europe/Dublin Europe/Lisbon
Greenwich|00:00|Monrovia, Reykjavik|Atlantic/Reykjavik
W. Europe|+01:00|Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna*|Europe/Berlin Europe/Amsterdam Europe/Rome Europe/Stockholm Europe/Vienna Europe/Zurich Europe/Oslo
Central Europe|+01:00|Belgrade, Bratislava, Budapest, Ljubljana, Prague*|Europe/Budapest Europe/Prague Europe/Belgrade Europe/Ljubljana Europe/Bratislava
Romance|+01:00|Brussels, Copenhagen, Madrid, Paris*|Europe/Paris Europe/Madrid Europe/Brussels Europe/Copenhagen
Central European|+01:00|Sarajevo, Skopje, Warsaw, Zagreb*|Europe/Warsaw Europe/Zagreb Europe/Sarajevo Europe/Skopje
W. Central Africa|+01:00|West Central Africa|Africa/Lagos
Namibia|+01:00|Windhoek*|Africa/Windhoek
Jordan|+02:00|Amman*|Asia/Amman
GTB|+02:00|Athens, Bucharest*|Europe/Bucharest Europe/Athens
Middle East|+02:00|Beirut*|Asia/Beirut
Egypt|+02:00|Cairo*|Africa/Cairo
Syria|+02:00|Damascus*|Asia/Damascus
E. Europe|+02:00|E. Europe*|Europe/Chisinau
South Africa|+02:00|Harare, Pretoria|Africa/Johannesburg Africa/Harare
FLE|+02:00|Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius*|Europe/Kiev Europe/Kyiv Europe/Helsinki Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius
Turkey|+02:00|Istanbul*|Europe/Istanbul
Israel|+02:00|Jerusalem*|Asia/Jerusalem
Libya|+02:00|Tripoli|Africa/Tripoli
Kaliningrad|+02:00|Kaliningrad|Europe/Kaliningrad
Arabic|+03:00|Baghdad|Asia/Baghdad
Arab|+03:00|Kuwait, Riyadh|Asia/Riyadh Asia/Kuwait
Belarus|+03:00|Minsk|Europe/Minsk
Russian|+03:00|Moscow, St. Petersburg, Volgograd|Europe/Moscow
E. Africa|+03:00|Nairobi|Africa/Nairobi
Iran|+03:30|Tehran*|Asia/Tehran
Arabian|+04:00|Abu Dhabi, Muscat|Asia/Dubai Asia/Muscat
Azerbaijan|+04:00|Baku*|Asia/Baku
Mauritius|+04:00|Port Louis|Indian/Mauritius
Georgian|+04:00|Tbilisi|Asia/Tbilisi
Caucasus|+04:00|Yerevan|Asia/Yerevan
Afghanistan|+04:30|Kabul|Asia/Kabul
West Asia|+05:00|Ashgabat, Tashkent|Asia/Tashkent
Ekaterinburg|+05:00|Ekaterinburg|Asia/Yekaterinburg
Pakistan|+05:00|Islamabad, Karachi|Asia/Karachi
India|+05:30|Chennai, Kolkata, Mumbai, New Delhi|Asia/Calcutta Asia/Kolkata
Sri Lanka|+05:30|Sri Jayawardenepura|Asia/Colombo
Nepal|+05:45|Kathmandu|Asia/Katmandu Asia/Kathmandu
Central Asia|+06:00|Astana|Asia/Almaty
Bangladesh|+06:00|Dhaka|Asia/Dhaka
N. Central Asia|+06:00|Novosibirsk|Asia/Novosibirsk
Myanmar|+06:30|Yangon (Rangoon)|Asia/Rangoon Asia/Yangon
SE Asia|+07:00|Bangkok, Hanoi, Jakarta|Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh
North Asia|+07:00|Krasnoyarsk|Asia/Krasnoyarsk
China|+08:00|Beijing, Chongqing, Hong Kong, Urumqi|Asia/Shanghai Asia/Hong_Kong
North Asia East|+08:00|Irkutsk|Asia/Irkutsk
Singapore|+08:00|Kuala Lumpur, Singapore|Asia/Singapore Asia/Kuala_Lumpur
W. Australia|+08:00|Perth|Australia/Perth
Taipei|+08:00|Taipei|Asia/Taipei
Ulaanbaatar|+08:00|Ulaanbaatar|Asia/Ulaanbaatar
Tokyo|+09:00|Osaka, Sapporo, Tokyo|Asia/Tokyo
Korea|+09:00|Seoul|Asia/Seoul
Yakutsk|+09:00|Yakutsk|Asia/Yakutsk
Cen. Australia|+09:30|Adelaide*|Australia/Adelaide
AUS Central|+09:30|Darwin|Australia/Darwin
E. Australia|+10:00|Brisbane|Australia/Brisbane
AUS Eastern|+10:00|Canberra, Melbourne, Sydney*|Australia/Sydney Australia/Melbourne
West Pacific|+10:00|Guam, Port Moresby|Pacific/Port_Moresby Pacific/Guam
Tasmania|+10:00|Hobart*|Australia/Hobart
Magadan|+10:00|Magadan|Asia/Magadan
Vladivostok|+10:00|Vladivostok|Asia/Vladivostok
Central Pacific|+11:00|Solomon Is., New Caledonia|Pacific/Guadalcanal Pacific/Noumea
New Zealand|+12:00|Auckland, Wellington*|Pacific/Auckland
UTC+12!|+12:00|Coordinated Universal Time+12|Etc/GMT-12
Fiji|+12:00|Fiji*|Pacific/Fiji
Tonga|+13:00|Nuku'alofa|Pacific/Tongatapu
Samoa|+13:00|Samoa*|Pacific/Apia`;

/** The zones that Windows lists, from west to east. */
export const windowsTimeZones: readonly WindowsTimeZone[] = rows.split("\n").map((row) => {
  const [name = "", offset = "", places = "", iana = ""] = row.split("|");
  return {
    id: name.endsWith("!") ? name.slice(0, -1) : `${name} Standard Time`,
    offset: minutesOf(offset),
    displayName: `(UTC${offset === "00:00" ? (name === "UTC!" ? "" : "+00:00") : offset}) ${places.replace("*", "")}`,
    hasSummerTime: places.endsWith("*"),
    ianaNames: iana.split(" "),
  };
});

function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.replace(/^[+-]/, "").split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** The zone that the name of a session's time zone means: `UTC`, `+02:00`, or a name of the IANA data base. */
export function windowsTimeZone(name: string): WindowsTimeZone | undefined {
  const isUtc = /^(UTC|Z|[+-]00:00)$/i.test(name);
  const wanted = isUtc ? "etc/utc" : name.toLowerCase();
  const known = windowsTimeZones.find(({ ianaNames }) => ianaNames.some((iana) => iana.toLowerCase() === wanted));
  if (known !== undefined || !/^[+-]\d\d:\d\d$/.test(name)) return known;
  const shown = name.endsWith(":00") ? name.slice(0, 3) : name;
  return {
    id: `UTC${shown}`,
    offset: minutesOf(name),
    displayName: `(UTC${name}) Coordinated Universal Time${shown}`,
    hasSummerTime: false,
    ianaNames: [],
  };
}
