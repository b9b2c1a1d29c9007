import {
  type DirectoryObject,
  getProperty,
  isReference,
  type PropertyValue,
  valuesOf,
} from "../../../topology/index.js";
import { RegexOptions, regexFor } from "../../../values/regex/index.js";
import { parseIPAddress } from "../../../values/simple-value-parsing.js";
import { recipientTest } from "../../recipients/filters/stored-filter.js";
import { groupsAbove } from "../../recipients/groups/membership-links.js";
import { schema } from "../../schema.js";
import { attributeTexts, managerOf } from "../rules/ad-attributes.js";
import { contains } from "../rules/data-classifications.js";
import { parseIPRange } from "../types/ip-range.js";
import { characterSet } from "./content.js";
import { type Courier, textProperty } from "./courier.js";
import { domainOfAddress, type Mail } from "./mail.js";
import { addressOf, holderOf } from "./recipients.js";

/** Whether messages fit the conditions of a transport rule. */

/** All conditions fit, and no exception does; a rule without conditions is for every message. */
export function applies(courier: Courier, rule: DirectoryObject, mail: Mail): boolean {
  const letter = new Letter(courier, mail);
  const outcomes = (prefix: "" | "ExceptIf"): readonly boolean[] =>
    Object.entries(tests).flatMap(([name, test]) => {
      const fits = test(new Values(rule, prefix), letter, name);
      return fits === null ? [] : [fits];
    });
  return outcomes("").every((fits) => fits) && !outcomes("ExceptIf").some((fits) => fits);
}

/** What a rule says in its conditions, or in its exceptions. */
class Values {
  constructor(
    private readonly rule: DirectoryObject,
    private readonly prefix: string,
  ) {}
  /** In small letters. */
  list(name: string): readonly string[] {
    return this.exact(name).map((value) => value.toLowerCase());
  }
  exact(name: string): readonly string[] {
    return valuesOf(getProperty(schema, this.rule, `${this.prefix}${name}`)).map(String);
  }
  stored(name: string): readonly PropertyValue[] {
    return valuesOf(getProperty(schema, this.rule, `${this.prefix}${name}`));
  }
  text(name: string): string {
    return textProperty(this.rule, `${this.prefix}${name}`);
  }
  /** The GUID of what a link leads to. */
  link(name: string): string {
    const value = getProperty(schema, this.rule, `${this.prefix}${name}`);
    return isReference(value) ? value.guid : "";
  }
  number(name: string): number | null {
    const value = getProperty(schema, this.rule, `${this.prefix}${name}`);
    return typeof value === "number" || typeof value === "bigint" ? Number(value) : null;
  }
  isOn(name: string): boolean {
    return getProperty(schema, this.rule, `${this.prefix}${name}`) === true;
  }
}

/** A message as rules look at it. */
class Letter {
  readonly sender: DirectoryObject | undefined;
  readonly recipients: readonly (DirectoryObject | undefined)[];
  readonly from: readonly string[];
  readonly to: readonly string[];

  constructor(
    readonly courier: Courier,
    readonly mail: Mail,
  ) {
    this.sender = holderOf(courier.topology, mail.from);
    this.recipients = mail.recipients.map((address) => holderOf(courier.topology, address));
    this.from = named(mail.from, this.sender);
    this.to = mail.recipients.flatMap((address, index) => named(address, this.recipients[index]));
  }

  hasPattern(text: string, pattern: string): boolean {
    const { context } = this.courier;
    return regexFor(context, pattern, RegexOptions.IgnoreCase).isMatch(context, text);
  }

  /** Whether somebody is a member of one of some groups, which their addresses name. */
  isMember(object: DirectoryObject | undefined, groups: readonly string[]): boolean {
    if (object === undefined) return false;
    const { topology, context } = this.courier;
    const above = new Set(groupsAbove(topology, object).map(({ guid }) => guid));
    return groups.some((address) => {
      const group = holderOf(topology, address);
      if (group === undefined) return false;
      return group.class === "DynamicDistributionGroup"
        ? recipientTest(context, topology, group)(object)
        : above.has(group.guid);
    });
  }

  /** The values of a header. */
  header(name: string): readonly string[] {
    const { mail } = this;
    const { to, cc, importance, headers } = mail.content;
    const own: readonly (readonly [string, string])[] = [
      ["From", mail.from],
      ["To", to.join(", ")],
      ["Cc", cc.join(", ")],
      ["Subject", mail.subject],
      ["Message-ID", mail.messageId],
      ["Importance", importance],
      ...headers.map((line): [string, string] => [
        line.slice(0, line.indexOf(":")),
        line.slice(line.indexOf(": ") + 2),
      ]),
    ];
    return own.flatMap(([key, value]) => (key.toLowerCase() === name.toLowerCase() ? [value] : []));
  }
}

/** The addresses under which rules know somebody: the one that is written, and the primary one. */
function named(written: string, object: DirectoryObject | undefined): readonly string[] {
  const primary = object === undefined ? "" : addressOf(object);
  return [...new Set([written.toLowerCase(), primary.toLowerCase()])].filter((address) => address !== "");
}

/** Whole words, case aside. */
function hasWord(text: string, word: string): boolean {
  const whole = text.toLowerCase();
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = whole.indexOf(word); at >= 0 && word !== ""; at = whole.indexOf(word, at + 1))
    if (!isLetter(whole[at - 1]) && !isLetter(whole[at + word.length])) return true;
  return false;
}

/** `null` where the rule does not have the condition. */
type Test = (values: Values, letter: Letter, name: string) => boolean | null;

const words =
  (texts: (letter: Letter) => readonly string[]): Test =>
  (values, letter, name) => {
    const wanted = values.list(name);
    return wanted.length === 0 ? null : wanted.some((word) => texts(letter).some((text) => hasWord(text, word)));
  };
const patterns =
  (texts: (letter: Letter) => readonly string[]): Test =>
  (values, letter, name) => {
    const wanted = values.exact(name);
    return wanted.length === 0
      ? null
      : wanted.some((pattern) => texts(letter).some((text) => letter.hasPattern(text, pattern)));
  };
const people =
  (addresses: (letter: Letter) => readonly string[]): Test =>
  (values, letter, name) => {
    const wanted = values.list(name);
    return wanted.length === 0 ? null : addresses(letter).some((address) => wanted.includes(address.toLowerCase()));
  };
const members =
  (objects: (letter: Letter) => readonly (DirectoryObject | undefined)[]): Test =>
  (values, letter, name) => {
    const groups = values.list(name);
    return groups.length === 0 ? null : objects(letter).some((object) => letter.isMember(object, groups));
  };
/** Of whom the organization has no partners, all outside are none. */
const scope =
  (objects: (letter: Letter) => readonly (DirectoryObject | undefined)[]): Test =>
  (values, letter, name) => {
    const wanted = values.text(name);
    if (wanted === "") return null;
    if (wanted === "ExternalPartner") return false;
    return objects(letter).some((object) => (object !== undefined) === (wanted === "InOrganization"));
  };
const over =
  (amounts: (letter: Letter) => readonly number[]): Test =>
  (values, letter, name) => {
    const limit = values.number(name);
    return limit === null ? null : amounts(letter).some((amount) => amount >= limit);
  };
const truth =
  (fits: (letter: Letter) => boolean): Test =>
  (values, letter, name) =>
    values.isOn(name) ? fits(letter) : null;

/** `Department:Sales,Marketing`: one of the words in the attribute of somebody. */
const attributes =
  (objects: (letter: Letter) => readonly (DirectoryObject | undefined)[], isPattern: boolean): Test =>
  (values, letter, name) => {
    const wanted = values.exact(name);
    if (wanted.length === 0) return null;
    return wanted.some((text) => {
      const [attribute = "", given = ""] = text.split(/:(.*)/s);
      const fits = (value: string): boolean =>
        isPattern
          ? letter.hasPattern(value, given)
          : given.split(",").some((word) => hasWord(value, word.trim().toLowerCase()));
      return objects(letter).some((object) => attributeTexts(letter.courier.topology, object, attribute).some(fits));
    });
  };

const sender = (letter: Letter) => [letter.sender];
const recipients = (letter: Letter) => letter.recipients;
const boxes =
  (...names: readonly ("to" | "cc")[]) =>
  ({ courier, mail }: Letter) =>
    names.flatMap((name) =>
      mail.content[name].flatMap((address) => named(address, holderOf(courier.topology, address))),
    );
const boxObjects =
  (...names: readonly ("to" | "cc")[]) =>
  ({ courier, mail }: Letter) =>
    names.flatMap((name) => mail.content[name].map((address) => holderOf(courier.topology, address)));
const subject = ({ mail }: Letter) => [mail.subject];
const subjectAndBody = ({ mail }: Letter) => [mail.subject, mail.content.body];
const attachmentTexts = ({ mail }: Letter) => mail.content.attachments.map(({ text }) => text);
const extensions = ({ mail }: Letter) =>
  mail.content.attachments.map(({ name }) => (name.includes(".") ? name.slice(name.lastIndexOf(".") + 1) : ""));
const readable = /^(txt|html?|xml|csv|log|rtf|docx?|docm|xlsx?|xlsm|xlsb|pptx?|pptm|one|vsd|eml|msg|pdf)$/i;
const executable = /^(exe|com|dll|scr|msi|bat|cmd|vbs|jar|rar|obj|ocx|cpl)$/i;

const tests: Readonly<Record<string, Test>> = {
  From: people(({ from }) => from),
  FromMemberOf: members(sender),
  FromScope: scope(sender),
  SentTo: people(({ to }) => to),
  SentToMemberOf: members(recipients),
  SentToScope: scope(recipients),
  BetweenMemberOf1: (values, letter) => {
    const [one, two] = [values.list("BetweenMemberOf1"), values.list("BetweenMemberOf2")];
    if (one.length === 0 || two.length === 0) return null;
    const between = (a: readonly string[], b: readonly string[]): boolean =>
      letter.isMember(letter.sender, a) && letter.recipients.some((each) => letter.isMember(each, b));
    return between(one, two) || between(two, one);
  },
  ManagerAddresses: (values, letter) => {
    const wanted = values.list("ManagerAddresses");
    if (wanted.length === 0) return null;
    const evaluated = values.text("ManagerForEvaluatedUser") === "Sender" ? [letter.sender] : letter.recipients;
    return evaluated.some((each) => {
      const manager = managerOf(letter.courier.topology, each);
      return manager !== undefined && wanted.includes(addressOf(manager).toLowerCase());
    });
  },
  SenderManagementRelationship: (values, letter) => {
    const wanted = values.text("SenderManagementRelationship");
    if (wanted === "") return null;
    const { courier, sender: from } = letter;
    const manages = (above: DirectoryObject | undefined, below: DirectoryObject | undefined): boolean =>
      above !== undefined && managerOf(courier.topology, below)?.guid === above.guid;
    return letter.recipients.some((to) => (wanted === "Manager" ? manages(from, to) : manages(to, from)));
  },
  ADComparisonAttribute: (values, letter) => {
    const attribute = values.text("ADComparisonAttribute");
    if (attribute === "") return null;
    const textOf = (object: DirectoryObject | undefined): string =>
      attributeTexts(letter.courier.topology, object, attribute).join(",").toLowerCase();
    const wantsEqual = values.text("ADComparisonOperator") !== "NotEqual";
    return letter.recipients.some((each) => (textOf(each) === textOf(letter.sender)) === wantsEqual);
  },
  SenderADAttributeContainsWords: attributes(sender, false),
  SenderADAttributeMatchesPatterns: attributes(sender, true),
  RecipientADAttributeContainsWords: attributes(recipients, false),
  RecipientADAttributeMatchesPatterns: attributes(recipients, true),
  AnyOfToHeader: people(boxes("to")),
  AnyOfToHeaderMemberOf: members(boxObjects("to")),
  AnyOfCcHeader: people(boxes("cc")),
  AnyOfCcHeaderMemberOf: members(boxObjects("cc")),
  AnyOfToCcHeader: people(boxes("to", "cc")),
  AnyOfToCcHeaderMemberOf: members(boxObjects("to", "cc")),
  HasClassification: (values, { mail }) => {
    const wanted = values.link("HasClassification");
    return wanted === "" ? null : mail.content.classification === wanted;
  },
  HasNoClassification: truth(({ mail }) => mail.content.classification === ""),
  SubjectContainsWords: words(subject),
  SubjectOrBodyContainsWords: words(subjectAndBody),
  HeaderContainsWords: (values, letter, name) =>
    words(() => letter.header(values.text("HeaderContainsMessageHeader")))(values, letter, name),
  FromAddressContainsWords: words(({ from }) => from),
  SenderDomainIs: people(({ from }) => from.map(domainOfAddress)),
  RecipientDomainIs: people(({ to }) => to.map(domainOfAddress)),
  SubjectMatchesPatterns: patterns(subject),
  SubjectOrBodyMatchesPatterns: patterns(subjectAndBody),
  HeaderMatchesPatterns: (values, letter, name) =>
    patterns(() => letter.header(values.text("HeaderMatchesMessageHeader")))(values, letter, name),
  FromAddressMatchesPatterns: patterns(({ from }) => from),
  AttachmentNameMatchesPatterns: patterns(({ mail }) => mail.content.attachments.map(({ name }) => name)),
  AttachmentExtensionMatchesWords: people(extensions),
  SenderIpRanges: (values, { mail }, name) => {
    const ranges = values.exact(name);
    const address = parseIPAddress(mail.sourceIp);
    if (ranges.length === 0) return null;
    return address !== null && ranges.some((range) => parseIPRange(range).contains(address));
  },
  SCLOver: over(({ mail }) => (mail.content.scl === null ? [] : [mail.content.scl])),
  AttachmentSizeOver: over(({ mail }) => mail.content.attachments.map(({ size }) => size)),
  MessageSizeOver: over(({ mail }) => [Number(mail.size)]),
  WithImportance: people(({ mail }) => [mail.content.importance]),
  MessageTypeMatches: people(({ mail }) => [mail.content.type]),
  RecipientAddressContainsWords: words(({ to }) => to),
  RecipientAddressMatchesPatterns: patterns(({ to }) => to),
  AttachmentContainsWords: words(attachmentTexts),
  AttachmentMatchesPatterns: patterns(attachmentTexts),
  AttachmentIsUnsupported: truth((letter) => extensions(letter).some((extension) => !readable.test(extension))),
  AttachmentHasExecutableContent: truth((letter) => extensions(letter).some((extension) => executable.test(extension))),
  MessageContainsDataClassifications: (values, letter, name) => {
    const wanted = values.stored(name);
    if (wanted.length === 0) return null;
    const parts = [...subjectAndBody(letter), ...attachmentTexts(letter)];
    return wanted.some((each) => contains(each, parts));
  },
  // Nothing here has read an attachment in vain, protected it, described it, or overridden a policy.
  AttachmentProcessingLimitExceeded: truth(() => false),
  AttachmentIsPasswordProtected: truth(() => false),
  AttachmentPropertyContainsWords: words(() => []),
  HasSenderOverride: truth(() => false),
  ContentCharacterSetContainsWords: words(({ mail }) => [characterSet(mail.content)]),
  AnyOfRecipientAddressContainsWords: words(({ to }) => to),
  AnyOfRecipientAddressMatchesPatterns: patterns(({ to }) => to),
};
