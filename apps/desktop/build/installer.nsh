; Links of the Apps page (stint://) open the app, also before its first start. For this person only, as the app itself.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\stint" "" "URL:Stint"
  WriteRegStr SHELL_CONTEXT "Software\Classes\stint" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\stint\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\stint"
!macroend
