export declare const contactsVariable: string;
export declare function asInstaller<T>(run: () => T): T;
