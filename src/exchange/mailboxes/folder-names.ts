import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { schema } from "../schema.js";

/**
 * Default folders have names in the language of their mailbox once Set-MailboxRegionalConfiguration
 * -LocalizeDefaultFolderName has given them these. Inside, folders are known by their English names; what a user types and
 * is shown goes through here.
 */

const english = [
  "Top of Information Store",
  "Calendar",
  "Contacts",
  "Deleted Items",
  "Drafts",
  "Inbox",
  "Journal",
  "Junk E-Mail",
  "Notes",
  "Outbox",
  "Sent Items",
  "Tasks",
] as const;

/** By language, in the order of the English ones (from memory of Outlook). */
const names: Readonly<Record<string, string>> = {
  de: "Oberste Ebene des Informationsspeichers|Kalender|Kontakte|Gelöschte Elemente|Entwürfe|Posteingang|Journal|Junk-E-Mail|Notizen|Postausgang|Gesendete Elemente|Aufgaben",
  fr: "Haut de la banque d'informations|Calendrier|Contacts|Éléments supprimés|Brouillons|Boîte de réception|Journal|Courrier indésirable|Notes|Boîte d'envoi|Éléments envoyés|Tâches",
  es: "Principio del almacén de información|Calendario|Contactos|Elementos eliminados|Borradores|Bandeja de entrada|Diario|Correo electrónico no deseado|Notas|Bandeja de salida|Elementos enviados|Tareas",
  it: "Inizio archivio informazioni|Calendario|Contatti|Posta eliminata|Bozze|Posta in arrivo|Diario|Posta indesiderata|Note|Posta in uscita|Posta inviata|Attività",
  nl: "Bovenste niveau van gegevensarchief|Agenda|Contactpersonen|Verwijderde items|Concepten|Postvak IN|Logboek|Ongewenste e-mail|Notities|Postvak UIT|Verzonden items|Taken",
  sv: "Informationsarkivets översta nivå|Kalender|Kontakter|Borttaget|Utkast|Inkorgen|Journal|Skräppost|Anteckningar|Utkorgen|Skickat|Uppgifter",
  pt: "Início do Repositório de Informações|Calendário|Contatos|Itens Excluídos|Rascunhos|Caixa de Entrada|Diário|Lixo Eletrônico|Anotações|Caixa de Saída|Itens Enviados|Tarefas",
  ja: "インフォメーション ストアの先頭|予定表|連絡先|削除済みアイテム|下書き|受信トレイ|履歴|迷惑メール|メモ|送信トレイ|送信済みアイテム|仕事",
};

/** Where a mailbox keeps the language of its folders' names: `de`. */
export const folderLanguageAttribute = "FolderLanguage";

/** The language of a culture, as folders know it: `de` of `de-DE`. */
export const folderLanguageOf = (culture: string): string => culture.split("-")[0]?.toLowerCase() ?? "";

/** The language in which a mailbox's default folders are named. */
export function folderLanguage(mailbox: DirectoryObject): string {
  const kept = mailbox.class === "User" ? getProperty(schema, mailbox, folderLanguageAttribute) : null;
  return typeof kept === "string" ? kept : "en";
}

function translated(language: string, name: string): string {
  const at = english.findIndex((each) => each.toLowerCase() === name.toLowerCase());
  return at < 0 ? name : (names[language]?.split("|")[at] ?? name);
}

function original(language: string, name: string): string {
  const at = (names[language]?.split("|") ?? []).findIndex((each) => each.toLowerCase() === name.toLowerCase());
  return english[at] ?? name;
}

/** Default folders lie at the top, so that only the first step of a path can be one. */
const withFirst = (path: string, change: (name: string) => string): string =>
  path.replace(/^\/([^/]*)/, (_all, name: string) => `/${change(name)}`);

/** A path as the mailbox's owner sees it: `/Posteingang/Projekte`. */
export function shownPath(mailbox: DirectoryObject, path: string): string {
  const language = folderLanguage(mailbox);
  return language === "en" ? path : withFirst(path, (name) => translated(language, name));
}

/** The path that somebody means who types the names that he sees; `null`: a default folder's name in another language. */
export function meantPath(mailbox: DirectoryObject, path: string): string | null {
  const language = folderLanguage(mailbox);
  if (language === "en") return path;
  const meant = withFirst(path, (name) => original(language, name));
  return shownPath(mailbox, meant).toLowerCase() === path.toLowerCase() ? meant : null;
}
