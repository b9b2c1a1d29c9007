import {
  childrenOf,
  type DirectoryObject,
  getObject,
  getProperty,
  isList,
  listObjects,
  type Topology,
} from "../../topology/index.js";
import { schema } from "../schema.js";

export const deviceClass = "ActiveSyncDevice";

/** The user with whose mailbox a device synchronizes. */
export function userOf(topology: Topology, device: DirectoryObject): DirectoryObject | null {
  let above = device.parent === null ? null : getObject(topology, device.parent);
  while (above !== null && above.class !== "User")
    above = above.parent === null ? null : getObject(topology, above.parent);
  return above;
}

/** The devices of a mailbox. */
export function devicesOf(topology: Topology, user: DirectoryObject): readonly DirectoryObject[] {
  return childrenOf(topology, user.guid).flatMap((child) =>
    child.class === deviceClass
      ? [child]
      : childrenOf(topology, child.guid).filter((device) => device.class === deviceClass),
  );
}

/** Whether a device may synchronize, and which rule says so. */
export interface Access {
  readonly state: "Allowed" | "Blocked" | "Quarantined";
  readonly reason: "Individual" | "DeviceRule" | "Global";
  readonly rule: DirectoryObject | null;
}

const states: Readonly<Record<string, Access["state"]>> = {
  Allow: "Allowed",
  Block: "Blocked",
  Quarantine: "Quarantined",
};
/** Of several rules that fit, the strictest holds (documented: block, then quarantine, then allow). */
const strictness = ["Block", "Quarantine", "Allow"];

const characteristics: Readonly<Record<string, string>> = {
  DeviceType: "DeviceType",
  DeviceModel: "DeviceModel",
  DeviceOS: "DeviceOS",
  UserAgent: "DeviceUserAgent",
};

const text = (object: DirectoryObject, property: string): string => String(getProperty(schema, object, property) ?? "");

/** What is said for the device alone comes first, then the rules for its kind, then what holds for all. */
export function accessOf(topology: Topology, device: DirectoryObject): Access {
  const user = userOf(topology, device);
  const id = text(device, "DeviceId").toLowerCase();
  const names = (property: string): boolean => {
    const ids = user === null ? null : getProperty(schema, user, property);
    return isList(ids) && ids.some((each) => String(each).toLowerCase() === id);
  };
  if (names("ActiveSyncBlockedDeviceIDs")) return { state: "Blocked", reason: "Individual", rule: null };
  if (names("ActiveSyncAllowedDeviceIDs")) return { state: "Allowed", reason: "Individual", rule: null };
  const fitting = listObjects(topology, "ActiveSyncDeviceAccessRule").filter((rule) => {
    const property = characteristics[text(rule, "Characteristic")];
    return property !== undefined && text(device, property).toLowerCase() === text(rule, "QueryString").toLowerCase();
  });
  for (const level of strictness) {
    const rule = fitting.find((each) => text(each, "AccessLevel") === level);
    if (rule !== undefined) return { state: states[level] ?? "Allowed", reason: "DeviceRule", rule };
  }
  const [settings] = listObjects(topology, "ActiveSyncOrganizationSettings");
  const level = settings === undefined ? "Allow" : text(settings, "DefaultAccessLevel");
  return { state: states[level] ?? "Allowed", reason: "Global", rule: null };
}
