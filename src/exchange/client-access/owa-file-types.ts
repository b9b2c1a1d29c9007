/**
 * What Outlook Web App does with attachments of which kind. The first sixteen of each list and their order: a capture of
 * 2013; the rest of the long ones from memory of the product's documentation.
 */

const split = (text: string): readonly string[] => text.split(" ");

export const webReadyFileTypes = split(".xlsx .pptx .docx .xls .rtf .ppt .pps .pdf .dot .doc");
export const supportedFileTypes = split(".doc .dot .rtf .xls .ppt .pps .pdf .docx .xlsx .pptx");

const openXml = "application/vnd.openxmlformats-officedocument";
export const webReadyMimeTypes = [
  `${openXml}.presentationml.presentation`,
  `${openXml}.wordprocessingml.document`,
  `${openXml}.spreadsheetml.sheet`,
  "application/vnd.ms-powerpoint",
  "application/x-mspowerpoint",
  "application/vnd.ms-excel",
  "application/x-msexcel",
  "application/msword",
  "application/pdf",
];
export const supportedMimeTypes = [
  "application/msword",
  "application/vnd.ms-excel",
  "application/x-msexcel",
  "application/vnd.ms-powerpoint",
  "application/x-mspowerpoint",
  "application/pdf",
  `${openXml}.wordprocessingml.document`,
  `${openXml}.spreadsheetml.sheet`,
  `${openXml}.presentationml.presentation`,
];

export const allowedFileTypes = split(
  ".rpmsg .xlsx .xlsm .xlsb .vstx .vstm .vssx .vssm .vsdx .vsdm .tiff .pptx .pptm .ppsx .ppsm .docx .docm .zip .xls .wmv .wma .wav .vtx .vsx .vst .vss .vsd .vdx .txt .tif .rtf .pub .ppt .png .pdf .one .mp3 .jpg .gif .doc .csv .bmp .avi",
);
export const allowedMimeTypes = ["image/jpeg", "image/png", "image/gif", "image/bmp"];
export const forceSaveFileTypes = split(".html .swf .spl .htm .dir .dcr");
export const forceSaveMimeTypes = [
  "Application/x-shockwave-flash",
  "Application/octet-stream",
  "Application/futuresplash",
  "Application/x-director",
  "text/html",
];
export const blockedFileTypes = split(
  ".vsmacros .msh2xml .msh1xml .ps2xml .ps1xml .mshxml .gadget .mhtml .psc2 .psc1 .msh2 .msh1 .aspx .xml .wsh .wsf .wsc .vsw .vst .vss .vbs .vbe .url .tmp .shs .shb .sct .scr .scf .reg .pst .ps2 .ps1 .prg .prf .plg .pif .pcd .ops .mst .msp .msi .msh .msc .mht .mdz .mdw .mdt .mde .mdb .mda .maw .mav .mau .mat .mas .mar .maq .mam .mag .maf .mad .lnk .ksh .jse .its .isp .ins .inf .htc .hta .hlp .fxp .exe .der .csh .crt .cpl .com .cmd .chm .cer .bat .bas .asx .asp .app .adp .ade .ws .vb .js",
);
export const blockedMimeTypes = [
  "application/x-javascript",
  "application/javascript",
  "application/msaccess",
  "x-internet-signup",
  "text/javascript",
  "application/xml",
  "application/prg",
  "application/hta",
  "text/scriplet",
  "text/xml",
];
