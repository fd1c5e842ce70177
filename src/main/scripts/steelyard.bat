@echo off
rem Starts Steelyard on a Java 25 or newer: STEELYARD_JAVA_HOME, else JAVA_HOME,
rem else the JDK that built it, else the java on the PATH.
rem STEELYARD_JAVA_OPTS adds options for Java, such as -Xmx4g.
setlocal
set "lib=%~dp0..\lib"
set "java="

if not defined STEELYARD_JAVA_HOME goto java_home
call :try "%STEELYARD_JAVA_HOME%\bin\java.exe"
if defined java goto run
>&2 echo steelyard: STEELYARD_JAVA_HOME is "%STEELYARD_JAVA_HOME%", which holds no Java 25 or newer.
exit /b 1

:java_home
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if defined java goto run
set "built="
if exist "%~dp0java-home" set /p built=<"%~dp0java-home"
if defined built call :try "%built%\bin\java.exe"
if defined java goto run
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~$PATH:j"
if defined java goto run
>&2 echo steelyard: no Java 25 or newer was found.
>&2 echo Install one, such as Eclipse Temurin 25 (https://adoptium.net), and put it on the PATH
>&2 echo or name its folder in STEELYARD_JAVA_HOME.
exit /b 1

:run
"%java%" "@%~dp0java-options" --module-path "%lib%\javafx" %STEELYARD_JAVA_OPTS% ^
 -classpath "%lib%\*" app.steelyard.Main %*
exit /b %ERRORLEVEL%

rem Takes the java named by the first argument if it is new enough.
:try
if not exist "%~1" exit /b 0
set "version="
for /f "tokens=3" %%v in ('call "%~1" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do set "version=%%v"
if not defined version exit /b 0
for /f "delims=." %%v in ("%version%") do if %%v geq 25 set "java=%~1"
exit /b 0
