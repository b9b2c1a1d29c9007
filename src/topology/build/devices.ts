import type { BuildContext } from "./context.js";
import { checkFields, itemOf, optionalList, optionalText, requiredText } from "./reader.js";
import type { DeviceSpec } from "./spec.js";

const fields = ["type", "id", "model", "os", "userAgent", "friendlyName"];

/** Makes the mobile devices of a mailbox. */
export function buildDevices(context: BuildContext, user: string, where: string, given: unknown): void {
  const { problems, forest } = context;
  optionalList(problems, where, given).forEach((item, index) => {
    const place = `${where}[${index}]`;
    const device = itemOf<DeviceSpec>(item);
    checkFields(problems, place, device, fields);
    const text = (field: keyof DeviceSpec, example: string) =>
      optionalText(problems, `${place}.${field}`, device[field], example) ?? null;
    const type = requiredText(problems, `${place}.type`, device.type, "iPhone");
    const id = requiredText(problems, `${place}.id`, device.id, "ApplDNPGJ7WVDTC0");
    if (type === "" || id === "") return;
    forest.addLeaf(
      {
        class: "ActiveSyncDevice",
        name: `${type}§${id}`,
        parent: user,
        properties: {
          DeviceType: type,
          DeviceId: id,
          DeviceModel: text("model", "iPhone5C2") ?? type,
          DeviceOS: text("os", "iOS 6.1.3 10B329"),
          DeviceUserAgent: text("userAgent", "Apple-iPhone5C2/1002.329"),
          FriendlyName: text("friendlyName", "Black iPhone 5"),
        },
      },
      place,
    );
  });
}
