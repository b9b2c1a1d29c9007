import type { ParameterDeclaration, ParameterDeclarations } from "../../binding/declaration.js";
import type { PropertyValue } from "../../topology/index.js";
import { assigned, type Changed } from "./changes.js";
import type { DirectoryTask } from "./directory-task.js";
import { entityTypeName } from "./entity.js";

/** Parameters of New and Set that write an attribute of their own name. */

const texts = (names: string): readonly string[] => names.split(" ");

const described = texts("Description DisplayName");
const address = texts("City Country PostalCode State StreetAddress");
const user = texts(
  "Company Department Division EmailAddress EmployeeID EmployeeNumber Fax GivenName HomeDirectory HomeDrive HomePage " +
    "HomePhone Initials LogonWorkstations MobilePhone Office OfficePhone Organization OtherName POBox ProfilePath " +
    "SamAccountName ScriptPath Surname Title UserPrincipalName",
);
const flags = texts(
  "AccountNotDelegated AllowReversiblePasswordEncryption CannotChangePassword ChangePasswordAtLogon Enabled " +
    "PasswordNeverExpires PasswordNotRequired TrustedForDelegation",
);

type Declared = readonly (readonly [name: string, declaration: ParameterDeclaration])[];

const textParameter: ParameterDeclaration = { type: "string", allowNull: true, allowEmptyString: true };
const named = (names: readonly string[], declaration: ParameterDeclaration): Declared =>
  names.map((name) => [name, declaration] as const);

const account: Declared = [
  ...named(flags, { type: "System.Nullable[bool]", allowNull: true }),
  ["AccountExpirationDate", { type: "System.Nullable[datetime]", allowNull: true }],
];
const protectedUnit: Declared = named(["ProtectedFromAccidentalDeletion"], { type: "System.Nullable[bool]" });

/** By kind of object, what New and Set take. */
export const attributeParameters = {
  user: [
    ...named([...described, ...address, ...user], textParameter),
    ...account,
    ["SmartcardLogonRequired", { type: "System.Nullable[bool]", allowNull: true }],
    ["Manager", { type: entityTypeName("ADUser"), allowNull: true }],
  ],
  group: [
    ...named([...described, "HomePage", "SamAccountName"], textParameter),
    ["ManagedBy", { type: entityTypeName("ADPrincipal"), allowNull: true }],
  ],
  computer: [
    ...named(
      [...described, ...texts("DNSHostName Location OperatingSystem SamAccountName UserPrincipalName")],
      textParameter,
    ),
    ...named(texts("OperatingSystemServicePack OperatingSystemVersion"), textParameter),
    ...account,
  ],
  unit: [
    ...named([...described, ...address], textParameter),
    ...protectedUnit,
    ["ManagedBy", { type: entityTypeName("ADPrincipal"), allowNull: true }],
  ],
  object: [...named(described, textParameter), ...protectedUnit],
  site: [
    ...named(["Description"], textParameter),
    ["ManagedBy", { type: entityTypeName("ADPrincipal"), allowNull: true }],
  ],
  subnet: named(["Description", "Location"], textParameter),
} as const satisfies Readonly<Record<string, Declared>>;

/** The declarations, each with something more. */
export function declared(parameters: Declared, more: Partial<ParameterDeclaration> = {}): ParameterDeclarations {
  return Object.fromEntries(parameters.map(([name, declaration]) => [name, { ...declaration, ...more }]));
}

/** What those of the parameters that were given change. */
export function givenAttributes(
  task: DirectoryTask,
  parameters: Declared,
  object: Changed,
): Record<string, PropertyValue> {
  const changes = parameters
    .filter(([name]) => task.has(name))
    .map(([name]) => assigned(task, object, name, task.value(name)));
  return Object.assign({}, ...changes) as Record<string, PropertyValue>;
}
