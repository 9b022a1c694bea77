{ Calls NationECCode from Delphi or Free Pascal: caller URL. NationECCode.dll lies beside the program, which must have its bitness.

    Delphi:        dcc32 caller.pas
    Free Pascal:   fpc -Twin32 caller.pas }
program caller;

{$ifdef FPC}{$mode delphi}{$endif}
{$apptype console}
{$H+}

const
  { 900K in bytes (chapter 3.2). Always this large: the function has no length argument and writes up to that much. }
  OutBytes = 900 * 1024;

{ Static import: the program does not start without the DLL. PAnsiChar, not PChar, which is UTF-16 since Delphi 2009. }
function NationEcTrans(strUrl, InData, OutData: PAnsiChar): PAnsiChar; stdcall;
  external 'NationECCode.dll' name 'NationEcTrans';

var
  Url, Request: AnsiString;
  OutData, Returned: PAnsiChar;
begin
  Url := AnsiString(ParamStr(1));
  { The text is UTF-8 by chapter 2.1. Here Chinese is written as \u, which is ASCII in any encoding; otherwise use UTF8Encode. }
  Request := '{"orgId":"H33010200001","transType":"ec.query","data":{"operatorName":"\u6536\u8d39\u5458"}}';
  { On the heap: 900K is most of a thread's stack. }
  GetMem(OutData, OutBytes);
  FillChar(OutData^, OutBytes, 0);
  Returned := NationEcTrans(PAnsiChar(Url), PAnsiChar(Request), OutData);
  { The returned text belongs to the library: never free it. OutData is UTF-8: UTF8ToString(OutData) shows it in Delphi. }
  WriteLn(Returned);
  WriteLn(OutData);
  if AnsiString(Returned) <> '0000' then ExitCode := 1;
  FreeMem(OutData);
end.
