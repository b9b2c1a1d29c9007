/**
 * The exception types of .NET and PowerShell that scripts catch, each with the type it derives from: enough to see
 * that a catch clause can never be reached. A type that is not here is not judged.
 */
const bases: ReadonlyMap<string, string> = new Map(
  `
System.Exception
  System.ApplicationException
  System.SystemException
    System.AccessViolationException
    System.ArgumentException
      System.ArgumentNullException
      System.ArgumentOutOfRangeException
      System.DuplicateWaitObjectException
      System.Text.DecoderFallbackException
    System.ArithmeticException
      System.DivideByZeroException
      System.NotFiniteNumberException
      System.OverflowException
    System.ArrayTypeMismatchException
    System.BadImageFormatException
    System.Collections.Generic.KeyNotFoundException
    System.FormatException
      System.IO.FileFormatException
      System.UriFormatException
    System.IndexOutOfRangeException
    System.InvalidCastException
    System.InvalidOperationException
      System.ObjectDisposedException
      System.Net.WebException
      System.Management.Automation.PSInvalidOperationException
    System.IO.IOException
      System.IO.DirectoryNotFoundException
      System.IO.DriveNotFoundException
      System.IO.EndOfStreamException
      System.IO.FileLoadException
      System.IO.FileNotFoundException
      System.IO.PathTooLongException
    System.MemberAccessException
      System.MissingMemberException
        System.MissingFieldException
        System.MissingMethodException
    System.MulticastNotSupportedException
    System.NotImplementedException
    System.NotSupportedException
      System.PlatformNotSupportedException
    System.NullReferenceException
    System.OperationCanceledException
    System.OutOfMemoryException
    System.RankException
    System.Runtime.InteropServices.ExternalException
      System.ComponentModel.Win32Exception
      System.Runtime.InteropServices.COMException
    System.Security.SecurityException
    System.StackOverflowException
    System.TimeoutException
    System.TypeLoadException
    System.UnauthorizedAccessException
    System.Management.Automation.RuntimeException
      System.Management.Automation.ActionPreferenceStopException
      System.Management.Automation.CmdletInvocationException
      System.Management.Automation.CommandNotFoundException
      System.Management.Automation.MethodException
        System.Management.Automation.MethodInvocationException
      System.Management.Automation.ParameterBindingException
      System.Management.Automation.ParseException
      System.Management.Automation.PSInvalidCastException
      System.Management.Automation.RemoteException
      System.Management.Automation.SessionStateException
        System.Management.Automation.DriveNotFoundException
        System.Management.Automation.ItemNotFoundException
        System.Management.Automation.ProviderNotFoundException
`
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(
      (
        (path: string[]) =>
        (line): [string, string] => {
          const depth = line.search(/\S/) / 2;
          const name = line.trim();
          path.length = depth;
          path[depth] = name;
          return [name, path[depth - 1] ?? "System.Object"];
        }
      )([]),
    ),
);

const byLowerCase: ReadonlyMap<string, string> = new Map([...bases.keys()].map((name) => [name.toLowerCase(), name]));
const others: ReadonlyMap<string, string> = new Map([
  ["int", "System.Int32"],
  ["system.int32", "System.Int32"],
  ["string", "System.String"],
  ["system.string", "System.String"],
  ["object", "System.Object"],
  ["system.object", "System.Object"],
]);

/** The full name of a type that is known here, also when `System.` was left out. */
export const knownTypeName = (name: string): string | undefined => {
  const folded = name.toLowerCase();
  return byLowerCase.get(folded) ?? byLowerCase.get(`system.${folded}`) ?? others.get(folded);
};

/** Is the first type the second, or derived from it? Both are full names. */
export const isSameOrDerivedException = (name: string, base: string): boolean => {
  for (let type: string | undefined = name; type !== undefined; type = bases.get(type)) if (type === base) return true;
  return false;
};
